import type { FunctionTargetProps, ScaleTarget } from '../../../lib';
import type { Effects } from '../../effects';
import { ROUTE, SCALED } from './scalers';

const REF = `${SCALED}/scaleTargetRef`;
const of = (target: ScaleTarget): FunctionTargetProps & { readonly image: undefined } => ({ target, image: undefined });

export const TARGET_EFFECTS: Effects = {
  'target.name': [
    {
      given: of({ name: 'web' }),
      at: {
        [`${REF}/name`]: 'web',
        [`${ROUTE}/target/service`]: 'web',
        Deployment: undefined,
        Service: undefined,
      },
    },
  ],
  'target.kind': [{ given: of({ name: 'web', kind: 'StatefulSet' }), at: { [`${REF}/kind`]: 'StatefulSet' } }],
  'target.apiVersion': [
    { given: of({ name: 'web', kind: 'Game', apiVersion: 'a.test/v1' }), at: { [`${REF}/apiVersion`]: 'a.test/v1' } },
    { given: of({ name: 'web', kind: 'Rollout' }), at: { [`${REF}/apiVersion`]: 'argoproj.io/v1alpha1' } },
  ],
  'target.service': [{ given: of({ name: 'web', service: 'front' }), at: { [`${ROUTE}/target/service`]: 'front' } }],
  'target.port': [{ given: of({ name: 'web', port: 81 }), at: { [`${ROUTE}/target/port`]: 81 } }],
  'target.container': [
    { given: of({ name: 'web', container: 'main' }), at: { [`${REF}/envSourceContainerName`]: 'main' } },
  ],
  'target.podLabels': [{ given: of({ name: 'web', podLabels: { app: 'web' } }), at: { Deployment: undefined } }],
};
