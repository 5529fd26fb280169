import { Duration } from 'cdk8s';
import {
  type AdvancedScalingProps,
  Naming,
  Scaler,
  type ScalingProps,
  Trigger,
  TriggerAuthentication,
} from '../../../lib';
import type { Effects } from '../../effects';
import { ADVANCED_SCALING_EFFECTS } from './advanced-scaling';
import type { EffectsOf } from './paths';
import { HTTP, ROUTE, SCALED, scaling } from './scalers';

export const SCALING_EFFECTS: EffectsOf<Omit<ScalingProps, keyof AdvancedScalingProps>> & Effects = {
  ...ADVANCED_SCALING_EFFECTS,
  scaler: [
    {
      given: { scaler: Scaler.HTTP_SCALED_OBJECT },
      at: { InterceptorRoute: undefined, ScaledObject: undefined },
    },
  ],
  minReplicas: [
    ...scaling({ minReplicas: 2 }, `${SCALED}/minReplicaCount`, `${HTTP}/replicas/min`, 2),
    {
      given: { minReplicas: 2 },
      at: {
        'PodDisruptionBudget/spec': {
          selector: { matchLabels: new Naming().selectorOf({ project: 'shop', name: 'hello' }) },
          maxUnavailable: 1,
        },
      },
    },
  ],
  maxReplicas: scaling({ maxReplicas: 7 }, `${SCALED}/maxReplicaCount`, `${HTTP}/replicas/max`, 7),
  cooldown: scaling({ cooldown: Duration.minutes(2) }, `${SCALED}/cooldownPeriod`, `${HTTP}/scaledownPeriod`, 120),
  initialCooldown: scaling(
    { initialCooldown: Duration.seconds(0) },
    `${SCALED}/initialCooldownPeriod`,
    `${HTTP}/initialCooldownPeriod`,
    0,
  ),
  concurrency: [
    ...scaling({ concurrency: 3 }, `${ROUTE}/scalingMetric/concurrency`, `${HTTP}/scalingMetric/concurrency`, {
      targetValue: 3,
    }),
    { given: { concurrency: 5 }, at: { [`${SCALED}/triggers/0/metadata/scalingMetric`]: 'concurrency=5' } },
  ],
  requestRate: [
    ...scaling({ requestRate: 3 }, `${HTTP}/scalingMetric/requestRate`, `${HTTP}/scalingMetric/requestRate`, {
      targetValue: 3,
      window: '1m0s',
      granularity: '1s',
    }),
    {
      given: { requestRate: 7 },
      at: { [`${SCALED}/triggers/1/metadata/scalingMetric`]: 'requestRate=7 window=1m0s granularity=1s' },
    },
  ],
  requestRateWindow: scaling(
    { requestRateWindow: Duration.millis(2500) },
    `${HTTP}/scalingMetric/requestRate/window`,
    `${HTTP}/scalingMetric/requestRate/window`,
    '2.5s',
  ),
  requestRateGranularity: scaling(
    { requestRateGranularity: Duration.millis(1250) },
    `${HTTP}/scalingMetric/requestRate/granularity`,
    `${HTTP}/scalingMetric/requestRate/granularity`,
    '1.25s',
  ),
  triggers: [
    {
      given: {
        triggers: [
          Trigger.redis({
            address: ['redis:6379'],
            listName: 'jobs',
            name: 'jobs',
            authentication: TriggerAuthentication.of({
              secretTargetRef: [{ parameter: 'password', name: 'redis', key: 'password' }],
            }),
          }),
        ],
      },
      at: {
        [`${SCALED}/triggers/2`]: {
          type: 'redis',
          name: 'jobs',
          metadata: { address: 'redis:6379', listName: 'jobs' },
          authenticationRef: { name: 'fn-hello' },
        },
        'TriggerAuthentication/spec': {
          secretTargetRef: [{ parameter: 'password', name: 'redis', key: 'password' }],
        },
      },
    },
  ],
  warm: [
    {
      given: { warm: [{ from: '08:05', to: '18:00', days: 'mon-fri', timeZone: 'Europe/Berlin', replicas: 2 }] },
      at: {
        [`${SCALED}/triggers/2`]: {
          type: 'cron',
          metadata: {
            timezone: 'Europe/Berlin',
            start: '5 8 * * 1,2,3,4,5',
            end: '0 18 * * 1,2,3,4,5',
            desiredReplicas: '2',
          },
        },
      },
    },
  ],
};
