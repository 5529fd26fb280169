import { Duration } from 'cdk8s';
import type { Breach, Rule } from '../../fields';
import { formatDuration } from '../../values/duration';
import type { FunctionProps } from '../props';

type Filled = FunctionProps &
  Required<Pick<FunctionProps, 'minReplicas' | 'requestRateWindow' | 'readinessTimeout' | 'cooldown'>>;

export const PROBE_RULES: Rule<Filled, FunctionProps>[] = [
  {
    props: ['startupTimeout', 'readinessTimeout', 'cooldown', 'requestRateWindow', 'minReplicas'],
    check: tooSlow,
  },
];

/** What is wrong with a start that may take longer than the pod that starts is kept: it would never serve. */
function tooSlow(settings: Filled): Breach | undefined {
  const { startupTimeout, readinessTimeout, requestRateWindow, cooldown, minReplicas } = settings;
  if (!startupTimeout || minReplicas > 0) return undefined;
  const active = Math.max(readinessTimeout.toMilliseconds(), requestRateWindow.toMilliseconds());
  const kept = Duration.millis(active + cooldown.toMilliseconds());
  if (startupTimeout.toMilliseconds() <= kept.toMilliseconds()) return undefined;
  return {
    prop: 'startupTimeout',
    reason: 'is longer than a pod is kept for one request',
    allowed: `at most ${formatDuration(kept)}, the cooldown after readinessTimeout or requestRateWindow`,
  };
}
