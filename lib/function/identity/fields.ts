import { anyText, boolean, type Fields, list, map, object, Table } from '../../fields';
import { annotationKey, objectName } from '../../fields/names';
import { annotationFault } from '../metadata/faults';
import type { FunctionIdentityProps, ServiceAccountProps } from './props';

const serviceAccount = {
  annotations: map(annotationKey(annotationFault), anyText()),
} satisfies Fields<ServiceAccountProps>;

export const IDENTITY_FIELDS = {
  imagePullSecrets: list(objectName()),
  serviceAccountName: objectName(),
  serviceAccount: object(new Table<ServiceAccountProps, typeof serviceAccount>('ServiceAccountProps', serviceAccount)),
  automountServiceAccountToken: { ...boolean(), default: false },
} satisfies Fields<FunctionIdentityProps>;
