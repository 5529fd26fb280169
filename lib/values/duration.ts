import { Duration } from 'cdk8s';

/** The form of a duration in a declaration. */
export const DURATION_PATTERN = /^[0-9]{1,10}(ms|s|m|h)$/;

// largest first
const UNITS: [unit: string, millis: number, of: (amount: number) => Duration][] = [
  ['h', 3_600_000, Duration.hours],
  ['m', 60_000, Duration.minutes],
  ['s', 1000, Duration.seconds],
  ['ms', 1, Duration.millis],
];

/** Parses `500ms`, `30s`, `5m` or `1h`. */
export function parseDuration(text: string): Duration {
  const [, amount, unit] = /^([0-9]+)([a-z]+)$/.exec(text)!;
  const [, , of] = UNITS.find(([name]) => name === unit)!;
  return of(Number(amount));
}

/** Writes a duration in its largest whole unit, as a declaration and a message have it: `90s`, `5m`. */
export function formatDuration(duration: Duration): string {
  const millis = toMillis(duration);
  if (millis === 0) return '0s';
  const [unit, size] = UNITS.find(([, size]) => millis % size === 0) ?? ['ms', 1];
  return `${millis / size}${unit}`;
}

/** Writes a duration as Go does, such as `1m30s`: an operator that updates an object rewrites any other form to this one. */
export function goDuration(duration: Duration): string {
  const millis = toMillis(duration);
  if (millis > 0 && millis < 1000) return `${millis}ms`;
  const hours = Math.floor(millis / 3_600_000);
  const minutes = Math.floor(millis / 60_000) % 60;
  const seconds = (millis % 60_000) / 1000;
  return `${hours > 0 ? `${hours}h` : ''}${hours + minutes > 0 ? `${minutes}m` : ''}${seconds}s`;
}

function toMillis(duration: Duration): number {
  return duration.toMilliseconds({ integral: false });
}
