import type { Duration } from 'cdk8s';

/**
 * Where KEDA's operator, the interceptor and the scaler send metrics and traces, over OTLP in HTTP: the one way that the add-on
 * has for metrics. Headers, such as a token, are the variable `OTEL_EXPORTER_OTLP_HEADERS`. Prometheus goes on scraping.
 */
export interface OpenTelemetryProps {
  /** A collector, such as `http://collector.monitoring:4318`; `/v1/metrics` and `/v1/traces` are added to it. */
  readonly endpoint: string;
  /** Whether the three send metrics. @default true */
  readonly metrics?: boolean;
  /** Time between two sends of the metrics. @default - that of OpenTelemetry: 60 seconds */
  readonly metricInterval?: Duration;
  /** Whether the interceptor sends traces: a span a request and one for its way to the function. @default false */
  readonly traces?: boolean;
  /** Share of the requests that are traced, of those that come without a trace. @default - all of them */
  readonly traceRatio?: number;
}
