import { Duration, Size } from 'cdk8s';
import { Cpu } from '../workload/cpu';

// The JSON Schema has checked the form of each value before it comes here.

export const DURATION = { pattern: '^[0-9]+(ms|s|m|h)$', $comment: 'a duration such as 500ms, 30s, 5m or 1h' } as const;
export const CPU = {
  pattern: '^([1-9][0-9]*m|[0-9]+(\\.[0-9]{1,3})?)$',
  $comment: 'cores such as 100m, 0.5 or 2',
} as const;
export const MEMORY = { pattern: '^[1-9][0-9]*(Mi|Gi)$', $comment: 'a memory size such as 128Mi or 1Gi' } as const;

export function parseDuration(value?: string): Duration | undefined {
  if (value === undefined) return undefined;
  const amount = Number.parseInt(value, 10);
  if (value.endsWith('ms')) return Duration.millis(amount);
  if (value.endsWith('s')) return Duration.seconds(amount);
  return value.endsWith('m') ? Duration.minutes(amount) : Duration.hours(amount);
}

export function parseCpu(value?: string | number): Cpu | undefined {
  if (value === undefined) return undefined;
  const text = String(value);
  return text.endsWith('m') ? Cpu.millis(Number.parseInt(text, 10)) : Cpu.cores(Number(text));
}

export function parseMemory(value?: string): Size | undefined {
  if (value === undefined) return undefined;
  const amount = Number.parseInt(value, 10);
  return value.endsWith('Gi') ? Size.gibibytes(amount) : Size.mebibytes(amount);
}
