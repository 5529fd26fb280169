import { scalar } from '../../fields/field';
import { type Fields, integer, list, notWhere, oneOf, type Rule, Table, text } from '../../fields/index';
import {
  type JobRollout,
  JobRolloutStrategy,
  JobScaling,
  type JobScalingStrategy,
  MultipleScalersCalculation,
  PropagationPolicy,
} from './scaling';

const share = () =>
  scalar<number>({
    schema: { type: 'number', minimum: 0, maximum: 1 },
    allowed: 'a number from 0 to 1',
    decode: (raw) => (typeof raw === 'number' && raw >= 0 && raw <= 1 ? raw + 0 : undefined),
  });

const strategy = {
  strategy: { ...oneOf(JobScaling), default: JobScaling.DEFAULT },
  customScalingQueueLengthDeduction: integer(0),
  customScalingRunningJobPercentage: share(),
  pendingPodConditions: list(text({ pattern: /^\S+$/, allowed: 'the type of a condition of pods' }), { min: 1 }),
  multipleScalersCalculation: { ...oneOf(MultipleScalersCalculation), default: MultipleScalersCalculation.MAX },
} satisfies Fields<JobScalingStrategy>;

const CUSTOM = ['customScalingQueueLengthDeduction', 'customScalingRunningJobPercentage'] as const;

/** scale_jobs.go, NewScalingStrategy: without the share KEDA takes the default strategy and says nothing. */
const RULES: Rule<JobScalingStrategy>[] = [
  ...notWhere<JobScalingStrategy>(CUSTOM, ['strategy'], ({ strategy }) => strategy !== JobScaling.CUSTOM, {
    reason: 'has no effect',
    allowed: 'none, or strategy: custom',
  }),
  {
    props: ['strategy'],
    check: ({ strategy, customScalingRunningJobPercentage: share }) =>
      strategy === JobScaling.CUSTOM && share === undefined
        ? { prop: CUSTOM[1], reason: 'is missing', allowed: 'a number from 0 to 1, with strategy: custom' }
        : undefined,
  },
];

export const JOB_SCALING_STRATEGY = new Table<JobScalingStrategy, typeof strategy>(
  'JobScalingStrategy',
  strategy,
  RULES,
);

const rollout = {
  strategy: { ...oneOf(JobRolloutStrategy), default: JobRolloutStrategy.GRADUAL },
  propagationPolicy: { ...oneOf(PropagationPolicy), default: PropagationPolicy.BACKGROUND },
} satisfies Fields<JobRollout>;

export const JOB_ROLLOUT = new Table<JobRollout, typeof rollout>(
  'JobRollout',
  rollout,
  notWhere(['propagationPolicy'], ['strategy'], ({ strategy }) => strategy !== JobRolloutStrategy.IMMEDIATE, {
    reason: 'has no effect',
    allowed: 'none, or strategy: immediate',
  }),
);
