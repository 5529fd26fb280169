/** What the values of a metric mean. */
export enum MetricType {
  /** Only grows; starts again at 0 with its process. */
  COUNTER = 'counter',
  /** Goes up and down. */
  GAUGE = 'gauge',
  /** Has the series `<name>_bucket`, `<name>_sum` and `<name>_count`. */
  HISTOGRAM = 'histogram',
}

/** A metric that KEDA 2.21 or the HTTP add-on 0.15 exports, or one of its surroundings that an alert needs. */
export interface Metric {
  readonly name: string;
  readonly type: MetricType;
  /** Its labels, without those that Prometheus adds to each target. */
  readonly labels: string[];
  /** Unit of its values; `1` for a number of things. */
  readonly unit: string;
  /** Value of `job` of those that export it. */
  readonly jobs: string[];
  readonly meaning: string;
  /** What has to happen before it has a series. @default - it exists as soon as a function was used */
  readonly appearsWith?: string;
}

type Row = [name: string, type: MetricType, labels: string, meaning: string, appearsWith?: string];

/** Metrics that the same jobs export. */
export function exportedBy(jobs: string[], ...rows: Row[]): Metric[] {
  return rows.map(([name, type, labels, meaning, appearsWith]) => ({
    name,
    type,
    labels: labels.split(' ').filter(Boolean),
    unit: unitOf(name),
    jobs,
    meaning,
    appearsWith,
  }));
}

/** A metric has its unit in its name, as Prometheus asks it of exporters. */
function unitOf(name: string): string {
  if (/_seconds(_total)?$/.test(name)) return 's';
  return name.endsWith('_bytes') ? 'By' : '1';
}
