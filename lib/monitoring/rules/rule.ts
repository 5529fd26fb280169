/** A recording rule or an alert, as Prometheus' own rule files have it. */
export interface PromRule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels?: { readonly [name: string]: string };
  readonly annotations?: { readonly [name: string]: string };
}

/** Rules that are evaluated one after the other, at the same time. */
export interface RuleGroup {
  readonly name: string;
  /** Time between two evaluations, as a Prometheus duration. */
  readonly interval: string;
  readonly rules: PromRule[];
}

/** Joins the lines of an expression, so that it can be written as it is read. */
export function promql(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .replaceAll('( ', '(')
    .replaceAll(' )', ')');
}

/** A whole number of seconds as Prometheus writes it: `30s`, `2m`, `6h`. */
export function promDuration(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
