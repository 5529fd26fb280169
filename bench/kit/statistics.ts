/** What a cell of a measurement says. All times in milliseconds. */
export interface Summary {
  readonly samples: number;
  readonly failures: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

/** The value below which a share of the sorted samples lies; between two samples it is interpolated. */
export function percentile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const low = sorted[Math.floor(position)] as number;
  const high = sorted[Math.ceil(position)] as number;
  return low + (high - low) * (position - Math.floor(position));
}

/** Summarizes what succeeded; failures are counted, not timed. */
export function summarize(millis: readonly number[], failures = 0): Summary {
  const sorted = [...millis].sort((a, b) => a - b);
  const at = (share: number) => (sorted.length === 0 ? Number.NaN : Math.round(percentile(sorted, share)));
  return { samples: sorted.length, failures, p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
}
