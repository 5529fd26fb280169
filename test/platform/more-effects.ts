import { Duration } from 'cdk8s';
import { type KedaPlatformProps, PodSecurity, TlsVersion } from '../../lib';
import type { Effects } from '../effects';
import { container, only } from './process-effects';

const SENDERS = ['keda-operator', 'keda-add-ons-http-interceptor', 'keda-add-ons-http-external-scaler'];
const [OPERATOR, INTERCEPTOR, SCALER] = SENDERS.map((name) => container(name));
const POD = 'Deployment keda-add-ons-http-interceptor/spec/template/spec';
const endpoint = 'http://collector.monitoring:4318';
const traces = { endpoint, traces: true };

/** The effects of where metrics and traces are sent. */
export const TELEMETRY_EFFECTS: Effects = {
  ...only(
    'openTelemetry.endpoint',
    { openTelemetry: { endpoint } },
    Object.fromEntries(SENDERS.map((name) => [`${container(name)}/env/OTEL_EXPORTER_OTLP_ENDPOINT/value`, endpoint])),
  ),
  'openTelemetry.metrics': [
    {
      given: { openTelemetry: { endpoint, metrics: true } },
      at: {
        [`${OPERATOR}/args`]: expect.arrayContaining(['--enable-opentelemetry-metrics=true']),
        [`${INTERCEPTOR}/env/OTEL_EXPORTER_OTLP_METRICS_ENABLED/value`]: 'true',
        [`${SCALER}/env/OTEL_EXPORTER_OTLP_METRICS_ENABLED/value`]: 'true',
      },
    },
  ],
  ...only(
    'openTelemetry.metricInterval',
    { openTelemetry: { endpoint, metricInterval: Duration.seconds(5) } },
    { [`${OPERATOR}/env/OTEL_METRIC_EXPORT_INTERVAL/value`]: '5000' },
  ),
  ...only(
    'openTelemetry.traces',
    { openTelemetry: traces },
    {
      [`${INTERCEPTOR}/env/OTEL_EXPORTER_OTLP_TRACES_ENABLED/value`]: 'true',
      [`${INTERCEPTOR}/env/OTEL_EXPORTER_OTLP_TRACES_PROTOCOL/value`]: 'http/protobuf',
    },
  ),
  ...only(
    'openTelemetry.traceRatio',
    { openTelemetry: { ...traces, traceRatio: 0.1 } },
    {
      [`${INTERCEPTOR}/env/OTEL_TRACES_SAMPLER/value`]: 'parentbased_traceidratio',
      [`${INTERCEPTOR}/env/OTEL_TRACES_SAMPLER_ARG/value`]: '0.1',
    },
  ),
};

const secretName = 'proxy';
const ENV = `${INTERCEPTOR}/env/KEDA_HTTP_PROXY_TLS`;

/** The effects of the interceptor's TLS. */
export const TLS_EFFECTS: Effects = {
  ...only(
    'interceptor.tls.secretName',
    { interceptor: { tls: { secretName } } },
    {
      [`${POD}/volumes/tls-0/secret/secretName`]: 'proxy',
      [`${INTERCEPTOR}/volumeMounts/tls-0/mountPath`]: '/certs',
      [`${ENV}_ENABLED/value`]: 'true',
      [`${ENV}_CERT_PATH/value`]: '/certs/tls.crt',
      [`${ENV}_KEY_PATH/value`]: '/certs/tls.key',
    },
  ),
  ...only(
    'interceptor.tls.moreSecretNames',
    { interceptor: { tls: { secretName, moreSecretNames: ['other'] } } },
    {
      [`${POD}/volumes/tls-1/secret/secretName`]: 'other',
      [`${INTERCEPTOR}/volumeMounts/tls-1/mountPath`]: '/more-certs/1',
      [`${ENV}_CERT_STORE_PATHS/value`]: '/more-certs',
    },
  ),
  ...only(
    'interceptor.tls.port',
    { interceptor: { tls: { secretName, port: 8444 } } },
    {
      [`${ENV}_PORT/value`]: '8444',
      [`${INTERCEPTOR}/ports/proxy-tls/containerPort`]: 8444,
      'Service keda-add-ons-http-interceptor-proxy/spec/ports/proxy-tls': {
        name: 'proxy-tls',
        port: 8444,
        targetPort: 'proxy-tls',
        protocol: 'TCP',
      },
    },
  ),
  ...only(
    'interceptor.tls.minVersion',
    { interceptor: { tls: { secretName, minVersion: TlsVersion.TLS_1_3 } } },
    { [`${ENV}_MIN_VERSION/value`]: '1.3' },
  ),
  ...only(
    'interceptor.tls.skipVerify',
    { interceptor: { tls: { secretName, skipVerify: true } } },
    { [`${ENV}_SKIP_VERIFY/value`]: 'true' },
  ),
};

/** The effects of the network and the ports of what the API server calls. */
export function calledEffects(prop: keyof KedaPlatformProps, name: string, https: string): Effects {
  const at = container(name);
  return {
    ...only(
      `${prop}.hostNetwork`,
      { podSecurity: PodSecurity.PRIVILEGED, [prop]: { hostNetwork: true } },
      {
        [`Deployment ${name}/spec/template/spec/hostNetwork`]: true,
        [`Deployment ${name}/spec/template/spec/dnsPolicy`]: 'ClusterFirstWithHostNet',
        [`Deployment ${name}/spec/strategy`]: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
        },
      },
    ),
    ...only(
      `${prop}.httpsPort`,
      { [prop]: { httpsPort: 7443 } },
      {
        [`${at}/ports/${https}/containerPort`]: 7443,
        [`Service ${name}/spec/ports/https/targetPort`]: 7443,
        [`${at}/args`]: expect.arrayContaining([expect.stringMatching(/^--(secure-)?port=7443$/)]),
      },
    ),
    ...only(
      `${prop}.metricsPort`,
      { [prop]: { metricsPort: 7080 } },
      {
        [`${at}/args`]: expect.arrayContaining([expect.stringMatching(/^--(port=|metrics-bind-address=:)7080$/)]),
        [`Service ${name}-metrics/spec/ports/metrics`]: {
          name: 'metrics',
          port: 7080,
          targetPort: 7080,
          protocol: 'TCP',
        },
        [`Service ${name}-metrics/metadata/annotations/prometheus.io~1port`]: '7080',
      },
    ),
  };
}
