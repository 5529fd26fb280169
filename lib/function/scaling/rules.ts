import type { Breach, Rule } from '../../fields';
import { formatDuration } from '../../values/duration';
import { FUNCTION_LIMITS } from '../defaults';
import { Scaler, type ScalingProps } from './props';

type Filled = ScalingProps &
  Required<Pick<ScalingProps, 'minReplicas' | 'maxReplicas' | 'requestRateWindow' | 'requestRateGranularity'>>;

const NOT_IN_HTTP_SCALED_OBJECT = [
  'triggers',
  'warm',
  'pollingInterval',
  'idleReplicas',
  'behavior',
  'scalingModifiers',
  'fallback',
  'paused',
  'pausedReplicas',
  'pausedScaleIn',
  'pausedScaleOut',
] as const;

type Replicas = 'minReplicas' | 'maxReplicas';

export const REPLICAS_RULE: Rule<Pick<Filled, Replicas>, Pick<ScalingProps, Replicas>> = {
  props: ['minReplicas', 'maxReplicas'],
  check: ({ minReplicas, maxReplicas }) =>
    maxReplicas < minReplicas
      ? { prop: 'maxReplicas', reason: 'is below minReplicas', allowed: `at least ${minReplicas}` }
      : undefined,
};

export const SCALING_RULES: Rule<Filled, ScalingProps>[] = [
  REPLICAS_RULE,
  { props: ['requestRateWindow', 'requestRateGranularity'], check: checkBuckets },
  {
    props: ['concurrency', 'requestRate', 'scaler'],
    check: ({ scaler }, { concurrency, requestRate }) =>
      scaler === Scaler.HTTP_SCALED_OBJECT && concurrency !== undefined && requestRate !== undefined
        ? {
            prop: 'concurrency',
            reason: `is set beside requestRate ${requestRate}`,
            allowed: 'one of them with an HTTPScaledObject',
          }
        : undefined,
  },
  ...NOT_IN_HTTP_SCALED_OBJECT.map(
    (prop): Rule<Filled, ScalingProps> => ({
      props: [prop, 'scaler'],
      check: ({ scaler, [prop]: given }) =>
        scaler === Scaler.HTTP_SCALED_OBJECT && isThere(given)
          ? { prop, reason: 'has no place in an HTTPScaledObject', allowed: 'none, or scaler: interceptorRoute' }
          : undefined,
    }),
  ),
  {
    props: ['warm', 'maxReplicas'],
    check({ warm = [], maxReplicas }) {
      const index = warm.findIndex(({ replicas = 1 }) => replicas > maxReplicas);
      return index < 0
        ? undefined
        : {
            prop: 'warm',
            item: [index, 'replicas'],
            reason: 'is above maxReplicas',
            allowed: `at most ${maxReplicas}`,
          };
    },
  },
];

function checkBuckets({ requestRateWindow: window, requestRateGranularity: granularity }: Filled): Breach | undefined {
  const fault = (reason: string, allowed: string): Breach => ({ prop: 'requestRateWindow', reason, allowed });
  const bucket = formatDuration(granularity);
  const buckets = Math.ceil(window.toMilliseconds() / granularity.toMilliseconds());
  if (buckets === 0 || window.toMilliseconds() < granularity.toMilliseconds())
    return fault('is shorter than one bucket', `at least ${bucket}`);
  const { requestRateBuckets: most } = FUNCTION_LIMITS;
  return buckets > most ? fault(`has ${buckets} buckets of ${bucket}`, `at most ${most} buckets`) : undefined;
}

function isThere(given: unknown): boolean {
  return Array.isArray(given) ? given.length > 0 : given !== undefined && given !== false;
}
