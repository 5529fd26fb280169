import { Duration, Size } from 'cdk8s';
import { Cpu } from '../workload/cpu';

/** Patterns of quantities in declarations, for the JSON Schemas. */
export const DURATION_PATTERN = '^[0-9]{1,6}(ms|s|m|h)$';
export const CPU_PATTERN = '^(?=.*[1-9])([0-9]{1,6}m|[0-9]{1,4}(\\.[0-9]{1,3})?)$';
export const MEMORY_PATTERN = '^[1-9][0-9]{0,5}(Mi|Gi)$';

// largest first
const UNITS: [string, (amount: number) => Duration][] = [
  ['h', Duration.hours],
  ['m', Duration.minutes],
  ['s', Duration.seconds],
  ['ms', Duration.millis],
];

/** Parses `500ms`, `30s`, `5m` or `1h`. */
export function parseDuration(text: string): Duration {
  const [, amount, unit] = /^([0-9]+)([a-z]+)$/.exec(text)!;
  return new Map(UNITS).get(unit)!(Number(amount));
}

/** Writes a duration in its largest whole unit. */
export function formatDuration(duration: Duration): string {
  const millis = duration.toMilliseconds();
  const size = (of: (amount: number) => Duration) => of(1).toMilliseconds();
  const [unit, of] = UNITS.find(([, of]) => millis % size(of) === 0)!;
  return `${millis / size(of)}${unit}`;
}

/** Whether a CPU amount that YAML reads as a number is one: thousandths of a core are the smallest part. */
export function isCpuNumber(value: number): boolean {
  return new RegExp(CPU_PATTERN).test(String(value));
}

/** Parses `100m`, `1` or `0.5`. */
export function parseCpu(value: string | number): Cpu {
  const text = String(value);
  return text.endsWith('m') ? Cpu.millis(Number(text.slice(0, -1))) : Cpu.cores(Number(text));
}

/** Parses `128Mi` or `1Gi`. */
export function parseMemory(text: string): Size {
  const amount = Number(text.slice(0, -2));
  return text.endsWith('Gi') ? Size.gibibytes(amount) : Size.mebibytes(amount);
}

/** Applies a parser to a setting that may be absent. */
export function optional<In, Out>(value: In | undefined, parse: (value: In) => Out): Out | undefined {
  return value === undefined ? undefined : parse(value);
}
