import type { FunctionIdentityProps } from '../../../lib';
import { type EffectsOf, POD } from './paths';

export const IDENTITY_EFFECTS: EffectsOf<FunctionIdentityProps, 'serviceAccount'> = {
  imagePullSecrets: [
    { given: { imagePullSecrets: ['b', 'a'] }, at: { [`${POD}/imagePullSecrets`]: [{ name: 'b' }, { name: 'a' }] } },
  ],
  serviceAccountName: [{ given: { serviceAccountName: 'orders' }, at: { [`${POD}/serviceAccountName`]: 'orders' } }],
  'serviceAccount.annotations': [
    {
      given: { serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': 'arn' } } },
      at: {
        'ServiceAccount fn-hello/metadata/annotations': { 'eks.amazonaws.com/role-arn': 'arn' },
        'ServiceAccount fn-hello/automountServiceAccountToken': false,
        [`${POD}/serviceAccountName`]: 'fn-hello',
      },
    },
    {
      given: { serviceAccount: {}, serviceAccountName: 'orders', annotations: { 'a.b/c': 'd' } },
      at: {
        'ServiceAccount orders/metadata/namespace': 'fn-shop',
        'ServiceAccount orders/metadata/annotations': { 'a.b/c': 'd' },
        [`${POD}/serviceAccountName`]: 'orders',
      },
    },
  ],
  automountServiceAccountToken: [
    { given: { automountServiceAccountToken: true }, at: { [`${POD}/automountServiceAccountToken`]: true } },
  ],
};
