import type { FunctionChart } from '../../function';
import type { MonitoringSettings } from '../settings';
import { alertRules, functionAlerts, platformAlerts } from './alerts';
import { functionRules } from './functions';
import { recordingRules } from './recording';
import { promDuration, type RuleGroup } from './rule';

export interface RulesProps extends Pick<MonitoringSettings, 'intervalSeconds' | 'thresholds' | 'runbooks'> {
  readonly functions: readonly FunctionChart[];
}

/** Every rule of an environment. */
export function ruleGroups({ functions, intervalSeconds, thresholds, runbooks }: RulesProps): RuleGroup[] {
  const longest = Math.max(
    0,
    ...functions.map((fn) => Math.ceil((fn.scalesToZeroAfter?.toMilliseconds() ?? 0) / 1000)),
  );
  const group = (name: string, rules: RuleGroup['rules']) => ({ name, interval: promDuration(intervalSeconds), rules });
  return [
    // in one group, since a later rule reads what an earlier one recorded at the same time
    group('keda-functions-recording', [...functionRules(functions), ...recordingRules(intervalSeconds, longest)]),
    group('keda-functions-alerts', alertRules(functionAlerts(thresholds), runbooks)),
    group('keda-platform-alerts', alertRules(platformAlerts(thresholds), runbooks)),
  ];
}
