import type { FunctionIdentityProps } from '../../../lib';
import { type EffectsOf, POD } from './paths';

export const IDENTITY_EFFECTS: EffectsOf<FunctionIdentityProps> = {
  imagePullSecrets: [
    { given: { imagePullSecrets: ['b', 'a'] }, at: { [`${POD}/imagePullSecrets`]: [{ name: 'b' }, { name: 'a' }] } },
  ],
  serviceAccountName: [{ given: { serviceAccountName: 'orders' }, at: { [`${POD}/serviceAccountName`]: 'orders' } }],
  automountServiceAccountToken: [
    { given: { automountServiceAccountToken: true }, at: { [`${POD}/automountServiceAccountToken`]: true } },
  ],
};
