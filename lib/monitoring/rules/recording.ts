import { COLD_START_TARGET, ROUTE, SCALES_TO_ZERO_AFTER } from './functions';
import { type PromRule, promDuration, promql } from './rule';

export const REQUESTS = 'route_code:interceptor_request_count:increase';
const DURATION_BUCKETS = 'route_le:interceptor_request_duration_seconds_bucket:increase';
export const REQUEST_RATE = 'route:interceptor_request_count:rate5m';
export const ERROR_RATIO = 'route:interceptor_request_errors:ratio10m';
export const CONCURRENCY = 'route:interceptor_request_concurrency:sum';
export const COLD_STARTS = 'route:cold_starts:increase';
export const COLD_REQUESTS = 'route:cold_requests:increase';
const COLD_DURATION_BUCKETS = 'route_le:cold_request_duration_seconds_bucket:increase';
const LAST_REQUEST = 'route:last_request:timestamp_seconds';
export const DURATION_QUANTILES = {
  '0.5': 'route:interceptor_request_duration_seconds:p50_5m',
  '0.95': 'route:interceptor_request_duration_seconds:p95_5m',
  '0.99': 'route:interceptor_request_duration_seconds:p99_5m',
} as const;

/** Every series that is recorded, with what it is. */
export const RECORDED = {
  [REQUESTS]: 'answers since the evaluation before, by status `code`',
  [DURATION_BUCKETS]: 'the same for the buckets of the duration',
  [REQUEST_RATE]: 'answers a second',
  [ERROR_RATIO]: 'share of 5xx answers',
  [CONCURRENCY]: 'requests in flight or waiting, of all interceptors',
  [DURATION_QUANTILES['0.5']]: 'median duration',
  [DURATION_QUANTILES['0.95']]: 'duration that 95 % do not exceed',
  [DURATION_QUANTILES['0.99']]: 'duration that 99 % do not exceed',
  [LAST_REQUEST]: 'time, while the function is in use; absent otherwise',
  [COLD_STARTS]: '1 at an evaluation at which the function was woken from zero; absent otherwise',
  [COLD_REQUESTS]: 'answers since the evaluation before that waited for the first pod',
  [COLD_DURATION_BUCKETS]: 'the buckets of their duration',
  [COLD_START_TARGET]: "target of the function's runtime, from its declaration; with `runtime`",
  [SCALES_TO_ZERO_AFTER]: 'cooldown and request rate window of the declaration; with `runtime`',
} as const;

/**
 * No pod starts faster: a request that was answered within this time has not waited for one. An upper bound of a bucket
 * of `interceptor_request_duration_seconds`.
 */
const FASTEST_COLD_START_SECONDS = 0.25;
/** Buckets at or below it. */
const WARM_BUCKETS = '0\\\\.0.*|0\\\\.1|0\\\\.25';
/** A request that waited for a pod is answered this long after the first one came, at the latest. */
const COLD_REQUEST_SECONDS = 120;
/** How far back the value before a gap in the scrapes is looked for. */
const LOOKBACK = '5m';

/** What is recorded of each function, from the interceptor's metrics alone. `seconds` is the time between evaluations. */
export function recordingRules(seconds: number, longestScaleToZeroSeconds: number): PromRule[] {
  const interval = promDuration(seconds);
  const requestWindow = promDuration(longestScaleToZeroSeconds + 60);
  const coldWindow = promDuration(Math.max(COLD_REQUEST_SECONDS, 4 * seconds));
  const inUse = `(sum by (${ROUTE}) (${REQUESTS}) > 0 or ${CONCURRENCY} > 0)`;
  const record = (name: keyof typeof RECORDED, expr: string): PromRule => ({ record: name, expr: promql(expr) });
  return [
    record(REQUESTS, `sum by (${ROUTE}, code) (${growth('interceptor_request_count_total', interval)})`),
    record(
      DURATION_BUCKETS,
      `sum by (${ROUTE}, le) (${growth('interceptor_request_duration_seconds_bucket', interval)})`,
    ),
    record(CONCURRENCY, `sum by (${ROUTE}) (interceptor_request_concurrency)`),
    record(REQUEST_RATE, `sum by (${ROUTE}) (sum_over_time(${REQUESTS}[5m])) / 300`),
    record(
      ERROR_RATIO,
      `(
         sum by (${ROUTE}) (sum_over_time(${REQUESTS}{code=~"5.."}[10m]))
         or sum by (${ROUTE}) (sum_over_time(${REQUESTS}[10m])) * 0
       ) / (sum by (${ROUTE}) (sum_over_time(${REQUESTS}[10m])) > 0)`,
    ),
    ...Object.entries(DURATION_QUANTILES).map(([quantile, name]) =>
      record(name, `histogram_quantile(${quantile}, sum_over_time(${DURATION_BUCKETS}[5m])) >= 0`),
    ),
    record(LAST_REQUEST, `${inUse} * 0 + time()`),
    record(
      COLD_STARTS,
      `${inUse} * 0 + 1
       and on (${ROUTE}) ${SCALES_TO_ZERO_AFTER}
       unless on (${ROUTE}) (
         time() - max_over_time(${LAST_REQUEST}[${requestWindow}] offset ${interval}) < on (${ROUTE}) ${SCALES_TO_ZERO_AFTER}
       )`,
    ),
    record(
      COLD_DURATION_BUCKETS,
      `${DURATION_BUCKETS}{le!~"${WARM_BUCKETS}"}
       - on (${ROUTE}) group_left () ${DURATION_BUCKETS}{le="${FASTEST_COLD_START_SECONDS}"}
       and on (${ROUTE}) sum_over_time(${COLD_STARTS}[${coldWindow}])`,
    ),
    record(COLD_REQUESTS, `sum by (${ROUTE}) (${COLD_DURATION_BUCKETS}{le="+Inf"})`),
  ];
}

/**
 * How much a counter grew since the evaluation before, exactly. `increase` would extrapolate, and would miss the request
 * with which a series begins: for a function that scales to zero that is often the only one. A series that is new counts
 * from 0 where its target was scraped before; else Prometheus was away, and the growth is unknown.
 */
function growth(counter: string, interval: string): string {
  return `(${counter} - last_over_time(${counter}[${LOOKBACK}] offset ${interval}) >= 0)
    or (${counter} and on (job, instance) last_over_time(up[${LOOKBACK}] offset ${interval}) == 1)`;
}

/** The quantile of the cold requests of a time that should be within the target; by function. */
export function coldQuantile(quantile: number, range: string): string {
  return `histogram_quantile(${quantile}, sum by (${ROUTE}, le) (sum_over_time(${COLD_DURATION_BUCKETS}[${range}])))`;
}
