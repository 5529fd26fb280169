import { exactlyOne, notWhere, type Rule } from '../../fields/index';
import { podRules } from '../pod/rules';
import { REPLICAS_RULE } from '../scaling/rules';
import { triggerNamesRule, triggerVariablesRule } from '../scaling/trigger-rules';
import type { JobChartProps } from './props';

/** The container of a job in its pod. */
export const JOB_CONTAINER = 'job';

type Filled = JobChartProps & Required<Pick<JobChartProps, 'minReplicas' | 'maxReplicas'>>;

const OF_TRIGGERS = ['minReplicas', 'maxReplicas', 'pollingInterval', 'scalingStrategy', 'rollout'] as const;

/** What KEDA's ScaledJob does not take: controllers/keda/scaledjob_controller.go, pkg/scaling/scale_handler.go. */
const TRIGGERS_RULE: Rule<Filled, JobChartProps> = {
  props: ['triggers'],
  check({ triggers = [] }) {
    if (triggers.length === 0) return { prop: 'triggers', reason: 'is empty', allowed: 'at least one' };
    for (const [index, { type, metricType, useCachedMetrics }] of triggers.entries()) {
      const breach = (key: string, reason: string, allowed: string) => ({
        prop: 'triggers',
        item: [index, key],
        reason,
        allowed,
      });
      if (type === 'cpu' || type === 'memory')
        return breach('type', 'starts no job: it measures pods that there are', 'a trigger of what waits');
      if (type === 'external-push') return breach('type', 'is not heard by a ScaledJob', 'external, which is polled');
      if (metricType) return breach('metricType', 'is refused by KEDA in a ScaledJob', 'none');
      if (useCachedMetrics) return breach('useCachedMetrics', 'has no effect in a ScaledJob', 'none');
    }
    return undefined;
  },
};

/** What the settings of a job have to agree on. */
export const JOB_RULES = [
  exactlyOne<JobChartProps>('triggers', 'schedule'),
  TRIGGERS_RULE,
  triggerNamesRule,
  triggerVariablesRule('job', () => []),
  ...notWhere<Filled, JobChartProps>(OF_TRIGGERS, ['schedule'], ({ schedule }) => schedule, {
    reason: 'has no effect beside schedule',
    allowed: 'none, or triggers',
  }),
  REPLICAS_RULE,
  ...podRules(JOB_CONTAINER),
];
