import { Duration } from 'cdk8s';
import type { FunctionProbeProps } from '../../../lib';
import { CONTAINER, type EffectsOf } from './paths';

export const PROBES_EFFECTS: EffectsOf<FunctionProbeProps> = {
  startupTimeout: [
    { given: { startupTimeout: Duration.seconds(20) }, at: { [`${CONTAINER}/livenessProbe/initialDelaySeconds`]: 20 } },
  ],
  healthPath: [
    { given: { healthPath: '/up' }, at: { [`${CONTAINER}/livenessProbe/httpGet`]: { path: '/up', port: 'http' } } },
  ],
  readinessProbe: [
    {
      given: { readinessProbe: true },
      at: { [`${CONTAINER}/readinessProbe`]: { httpGet: { path: '/health', port: 'http' }, periodSeconds: 1 } },
    },
  ],
};
