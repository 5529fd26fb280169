import type { OpenTelemetryProps } from './props';

/** The role of a component that may send. */
export type Sender = 'operator' | 'interceptor' | 'scaler';

/** The variables of a component that sends. */
export function telemetryVariables(role: Sender, props?: OpenTelemetryProps): { [name: string]: string } {
  if (!props) return {};
  const { endpoint, metrics = true, metricInterval, traces = false, traceRatio } = props;
  const tracing = traces && role === 'interceptor';
  if (!metrics && !tracing) return {};
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    // the operator has a flag for it
    ...(metrics && role !== 'operator' && { OTEL_EXPORTER_OTLP_METRICS_ENABLED: 'true' }),
    ...(metricInterval && { OTEL_METRIC_EXPORT_INTERVAL: String(metricInterval.toMilliseconds()) }),
    ...(tracing && {
      OTEL_EXPORTER_OTLP_TRACES_ENABLED: 'true',
      OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'http/protobuf',
      ...(traceRatio !== undefined && {
        OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
        OTEL_TRACES_SAMPLER_ARG: String(traceRatio),
      }),
    }),
  };
}

export function telemetryFlags(props?: OpenTelemetryProps): string[] {
  return props && props.metrics !== false ? ['--enable-opentelemetry-metrics=true'] : [];
}
