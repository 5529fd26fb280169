import { Duration } from 'cdk8s';
import type { Breach, Rule } from '../../fields';
import { formatDuration } from '../../values/duration';
import type { FunctionProps } from '../props';
import { declaredStart } from './startup';

type Filled = FunctionProps &
  Required<Pick<FunctionProps, 'http' | 'minReplicas' | 'requestRateWindow' | 'readinessTimeout' | 'cooldown'>>;

export const PROBE_RULES: Rule<Filled, FunctionProps>[] = [
  {
    props: ['startupTimeout', 'probes', 'readinessTimeout', 'cooldown', 'requestRateWindow', 'minReplicas', 'http'],
    check: tooSlow,
  },
  { props: ['startupTimeout', 'readinessProbe', 'probes'], check: saidTwice },
];

/** What is wrong with a start that may take longer than the pod that starts is kept: it would never serve. */
function tooSlow(settings: Filled): Breach | undefined {
  const { readinessTimeout, requestRateWindow, cooldown, minReplicas, http } = settings;
  const start = declaredStart(settings);
  if (!http || !start || minReplicas > 0) return undefined;
  const active = Math.max(readinessTimeout.toMilliseconds(), requestRateWindow.toMilliseconds());
  const kept = Duration.millis(active + cooldown.toMilliseconds());
  if (start.seconds * 1000 <= kept.toMilliseconds()) return undefined;
  const { prop, item } = start;
  return {
    prop,
    item,
    reason: `${prop === 'probes' ? `lets a start take ${start.seconds}s, which ` : ''}is longer than a pod is kept for one request`,
    allowed: `at most ${formatDuration(kept)}, the cooldown after readinessTimeout or requestRateWindow`,
  };
}

/** What the short settings and the probes both say. */
function saidTwice(_: Filled, { startupTimeout, readinessProbe, probes }: FunctionProps): Breach | undefined {
  const threshold = probes?.startup?._props.failureThreshold;
  if (startupTimeout !== undefined && threshold !== undefined)
    return {
      prop: 'probes',
      item: ['startup', 'failureThreshold'],
      reason: 'is given beside startupTimeout',
      allowed: 'one of them',
    };
  return readinessProbe !== undefined && probes?.readiness !== undefined
    ? { prop: 'probes', item: ['readiness'], reason: 'is given beside readinessProbe', allowed: 'one of them' }
    : undefined;
}
