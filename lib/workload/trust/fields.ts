import { type Fields, list } from '../../fields';
import { objectName } from '../../fields/names';
import type { TrustProps } from './props';

export const TRUST_FIELDS = {
  caConfigMaps: list(objectName()),
  caSecrets: list(objectName()),
} satisfies Fields<TrustProps>;
