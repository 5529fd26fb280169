import { Duration } from 'cdk8s';
import { formatDuration } from '../../values/duration';
import { FUNCTION_DEFAULTS } from '../defaults';
import type { FunctionSettings } from '../fields';
import { questionsTo } from './probes';
import { DIAL_SECONDS, declaredStart, startSeconds } from './startup';

/** What is unwise about the probes of a function. */
export function probeWarnings(settings: FunctionSettings): string[] {
  if (!settings.http) return [];
  return [impatience, ungated, unasked].flatMap((warning) => warning(settings) ?? []);
}

/** A start that the request does not wait for. */
function impatience(settings: FunctionSettings): string | undefined {
  const { readinessTimeout } = settings;
  const start = declaredStart(settings);
  if (!start || start.seconds * 1000 <= readinessTimeout.toMilliseconds()) return undefined;
  const what = start.prop === 'probes' ? 'the time of probes.startup' : start.prop;
  return `${what} ${formatDuration(Duration.seconds(start.seconds))} is above readinessTimeout ${formatDuration(readinessTimeout)}: the request that wakes the function may get 504 before it has started`;
}

/** A start that may take longer than the interceptor dials, and that no probe keeps requests away from. */
function ungated(settings: FunctionSettings): string | undefined {
  const { readiness, startup } = questionsTo(settings);
  const start = startSeconds(settings);
  return startup || readiness || start <= DIAL_SECONDS
    ? undefined
    : `probes.startup is none, and a start may take ${start}s: a request gets 504 from a pod that does not listen within ${DIAL_SECONDS}s`;
}

/** A health path of which nobody wants to know. */
function unasked(settings: FunctionSettings): string | undefined {
  const { healthPath, protocol } = settings;
  if (healthPath === FUNCTION_DEFAULTS.healthPath) return undefined;
  const asked = Object.values(questionsTo(settings)).some((probe) => probe?.http === healthPath);
  return asked
    ? undefined
    : `healthPath ${healthPath} is asked by no probe: protocol is ${protocol}, and probes name none that does`;
}
