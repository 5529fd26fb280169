import { Duration } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { reject } from '../errors';
import { formatDuration } from '../values/duration';
import { MAX_INT32 } from './names';

const HOUR = 3_600_000;
/** The longest duration that Go has, 2^63 nanoseconds, in whole hours. */
const MAX_GO_MILLIS = 2_562_047 * HOUR;

/** The duration in seconds; refuses a fraction, since the field it goes to is an integer. */
export function wholeSeconds(scope: IConstruct, field: string, duration: Duration): number {
  const seconds = millisOf(duration) / 1000;
  if (!Number.isInteger(seconds))
    reject(scope, `${field} ${formatDuration(duration)} is a fraction of a second; allowed: whole seconds`);
  return seconds;
}

/** The duration in milliseconds, if it is a whole number of them that Go can hold, and at least `min` of them. */
export function wholeMillis(
  scope: IConstruct,
  field: string,
  duration: Duration,
  min = 0,
  max = MAX_GO_MILLIS,
): number {
  const millis = millisOf(duration);
  if (Number.isInteger(millis) && millis >= min && millis <= max) return millis;
  const [from, to] = [min, max].map((bound) =>
    bound > 0 && bound % HOUR === 0 ? `${bound / HOUR}h` : formatDuration(Duration.millis(bound)),
  );
  reject(
    scope,
    `${field} ${formatDuration(duration)} is out of range; allowed: ${from} to ${to}, in whole milliseconds`,
  );
}

/** The duration in seconds, if it is a whole number of them that a Kubernetes field of type int32 can hold. */
export function secondsUpTo(scope: IConstruct, field: string, duration: Duration, min = 0): number {
  const seconds = wholeSeconds(scope, field, duration);
  if (seconds >= min && seconds <= MAX_INT32) return seconds;
  reject(scope, `${field} ${seconds}s is out of range; allowed: ${min}s to ${MAX_INT32}s`);
}

function millisOf(duration: Duration): number {
  return duration.toMilliseconds({ integral: false });
}
