import { boolean, type Fields, list } from '../../fields';
import { objectName } from '../../fields/names';
import type { FunctionIdentityProps } from './props';

export const IDENTITY_FIELDS = {
  imagePullSecrets: list(objectName()),
  serviceAccountName: objectName(),
  automountServiceAccountToken: { ...boolean(), default: false },
} satisfies Fields<FunctionIdentityProps>;
