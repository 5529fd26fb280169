import { Duration, Size } from 'cdk8s';
import { CPU_PATTERN, Cpu, parseCpu } from '../values/cpu';
import { DURATION_PATTERN, formatDuration, parseDuration } from '../values/duration';
import { formatMemory, MEMORY_PATTERN, parseMemory } from '../values/memory';
import { type Field, scalar } from './field';
import type { Fault } from './problem';

export interface DurationBounds {
  readonly min?: Duration;
  /** @default - the largest int32 number of seconds, since nearly every field that it goes to is one */
  readonly max?: Duration;
  /** Whether it goes to a field that counts whole seconds. */
  readonly wholeSeconds?: boolean;
}

const MAX_SECONDS = Duration.seconds(2 ** 31 - 1);

export function duration({
  min = Duration.millis(0),
  max = MAX_SECONDS,
  wholeSeconds,
}: DurationBounds = {}): Field<Duration> {
  const allowed = 'a duration such as 500ms, 30s, 5m or 1h';
  const bounds = `${formatDuration(min)} to ${formatDuration(max)}`;
  return scalar({
    schema: { type: 'string', pattern: DURATION_PATTERN.source, errorMessage: allowed },
    allowed,
    decode: (raw) => (typeof raw === 'string' && DURATION_PATTERN.test(raw) ? parseDuration(raw) : undefined),
    encode: (value) => (value instanceof Duration ? formatDuration(value) : value),
    fault: (value): Fault | undefined => {
      const millis = value.toMilliseconds();
      if (wholeSeconds && millis % 1000 !== 0) return { reason: 'is a fraction of a second', allowed: 'whole seconds' };
      return isOutside(millis, min.toMilliseconds(), max.toMilliseconds(), bounds);
    },
  });
}

export function cpu(): Field<Cpu> {
  const allowed = 'an amount of CPU such as 100m, 0.5 or 1';
  return scalar({
    schema: { type: ['string', 'number'], pattern: CPU_PATTERN.source, format: 'cpu', errorMessage: allowed },
    allowed,
    decode: (raw) => (isCpu(raw) ? parseCpu(String(raw)) : undefined),
    encode: (value) => (value instanceof Cpu ? value.toQuantity() : value),
  });
}

/** Whether YAML's text or number is an amount of CPU. */
export function isCpu(raw: unknown): boolean {
  return (typeof raw === 'string' || typeof raw === 'number') && CPU_PATTERN.test(String(raw));
}

export interface MemoryBounds {
  readonly min?: Size;
  readonly max?: Size;
  /** What it is an amount of. @default "memory" */
  readonly what?: string;
}

export function memory({ min, max, what = 'memory' }: MemoryBounds = {}): Field<Size> {
  const allowed = `an amount of ${what} such as 128Mi or 1Gi`;
  return scalar({
    schema: { type: 'string', pattern: MEMORY_PATTERN.source, errorMessage: allowed },
    allowed,
    decode: (raw) => (typeof raw === 'string' && MEMORY_PATTERN.test(raw) ? parseMemory(raw) : undefined),
    encode: (value) => (value instanceof Size ? formatMemory(value) : value),
    fault: (value) =>
      min && max
        ? isOutside(
            value.toKibibytes(),
            min.toKibibytes(),
            max.toKibibytes(),
            `${formatMemory(min)} to ${formatMemory(max)}`,
          )
        : undefined,
  });
}

function isOutside(value: number, min: number, max: number, allowed: string): Fault | undefined {
  return value < min || value > max ? { reason: 'is out of range', allowed } : undefined;
}
