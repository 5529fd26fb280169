import { Duration } from 'cdk8s';
import {
  type AdvancedScalingProps,
  FallbackBehavior,
  MetricTargetType,
  ScalingPolicySelect,
  ScalingPolicyType,
  type ScalingRules,
} from '../../../lib';
import type { Effects } from '../../effects';
import type { EffectsOf } from './paths';
import { SCALED } from './scalers';

const { seconds, minutes } = Duration;
const ANNOTATION = 'ScaledObject/metadata/annotations/autoscaling.keda.sh~1';

/** What each setting of one direction does. */
function rulesEffects(direction: 'scaleUp' | 'scaleDown'): Effects {
  const at = `${SCALED}/advanced/horizontalPodAutoscalerConfig/behavior/${direction}`;
  const effect = (rules: ScalingRules, key: string, expected: unknown) => [
    { given: { behavior: { [direction]: rules } }, at: { [`${at}/${key}`]: expected } },
  ];
  const effects: Effects = {
    stabilizationWindow: effect({ stabilizationWindow: minutes(2) }, 'stabilizationWindowSeconds', 120),
    selectPolicy: effect({ selectPolicy: ScalingPolicySelect.DISABLED }, 'selectPolicy', 'Disabled'),
    policies: effect(
      {
        policies: [
          { type: ScalingPolicyType.PODS, value: 2, period: seconds(60) },
          { type: ScalingPolicyType.PERCENT, value: 50, period: minutes(30) },
        ],
      },
      'policies',
      [
        { type: 'Pods', value: 2, periodSeconds: 60 },
        { type: 'Percent', value: 50, periodSeconds: 1800 },
      ],
    ),
  };
  return Object.fromEntries(Object.entries(effects).map(([key, rows]) => [`behavior.${direction}.${key}`, rows]));
}

const FORMULA = { formula: 'max(concurrency, requestRate)', target: 5 };
const modified = (more: object, key: string, expected: unknown) => [
  {
    given: { scalingModifiers: { ...FORMULA, ...more } },
    at: { [`${SCALED}/advanced/scalingModifiers/${key}`]: expected },
  },
];

const FALLBACK = { replicas: 2 };
const fallen = (more: object, key: string, expected: unknown) => [
  { given: { fallback: { ...FALLBACK, ...more } }, at: { [`${SCALED}/fallback/${key}`]: expected } },
];

export const ADVANCED_SCALING_EFFECTS: EffectsOf<AdvancedScalingProps, 'behavior' | 'scalingModifiers' | 'fallback'> = {
  pollingInterval: [{ given: { pollingInterval: seconds(7) }, at: { [`${SCALED}/pollingInterval`]: 7 } }],
  idleReplicas: [{ given: { idleReplicas: 0, minReplicas: 3 }, at: { [`${SCALED}/idleReplicaCount`]: 0 } }],
  ...rulesEffects('scaleUp'),
  ...rulesEffects('scaleDown'),
  'scalingModifiers.formula': [
    ...modified({}, 'formula', FORMULA.formula),
    { given: { scalingModifiers: FORMULA }, at: { [`${SCALED}/triggers/0/name`]: 'concurrency' } },
    { given: { scalingModifiers: FORMULA }, at: { [`${SCALED}/triggers/1/name`]: 'requestRate' } },
  ],
  'scalingModifiers.target': modified({ target: 0.5 }, 'target', '0.5'),
  'scalingModifiers.activationTarget': modified({ activationTarget: 3 }, 'activationTarget', '3'),
  'scalingModifiers.metricType': modified({ metricType: MetricTargetType.VALUE }, 'metricType', 'Value'),
  'fallback.failureThreshold': [
    ...fallen({}, 'failureThreshold', 3),
    ...fallen({ failureThreshold: 0 }, 'failureThreshold', 0),
  ],
  'fallback.replicas': fallen({ replicas: 4 }, 'replicas', 4),
  'fallback.behavior': fallen({ behavior: FallbackBehavior.CURRENT_REPLICAS }, 'behavior', 'currentReplicas'),
  paused: [{ given: { paused: true }, at: { [`${ANNOTATION}paused`]: 'true' } }],
  pausedReplicas: [{ given: { pausedReplicas: 0 }, at: { [`${ANNOTATION}paused-replicas`]: '0' } }],
  pausedScaleIn: [{ given: { pausedScaleIn: true }, at: { [`${ANNOTATION}paused-scale-in`]: 'true' } }],
  pausedScaleOut: [{ given: { pausedScaleOut: true }, at: { [`${ANNOTATION}paused-scale-out`]: 'true' } }],
};
