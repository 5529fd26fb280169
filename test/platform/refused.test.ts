import { Duration } from 'cdk8s';
import { EnvSource, type KedaPlatformProps, PodSecurity } from '../../lib';
import { objects, platform } from './synth';

const endpoint = 'http://collector:4318';
const secretName = 'proxy';
const another = 'allowed: another name';
const key = 'allowed: another key';
const field = EnvSource.podField('spec.nodeName');

/** What a platform is refused for. */
const REFUSED: [props: KedaPlatformProps, message: string][] = [
  [{ env: { WATCH_NAMESPACE: 'a' } }, `env.WATCH_NAMESPACE is taken: the platform serves every namespace; ${another}`],
  [{ env: { KEDA_HTTP_ADMIN_PORT: '1' } }, 'env.KEDA_HTTP_ADMIN_PORT is taken: it is the name or port of one of'],
  [
    { envValueFrom: { SSL_CERT_DIR: field } },
    `envValueFrom.SSL_CERT_DIR is taken: it carries the setting caConfigMaps`,
  ],
  [{ operator: { env: { OPERATOR_NAME: 'x' } } }, 'operator.env.OPERATOR_NAME is taken: it is the name or port'],
  [{ webhooks: { env: { POD_NAME: 'x' } } }, 'webhooks.env.POD_NAME is taken: it says which pod it is'],
  [{ metricsServer: { env: { POD_NAMESPACE: 'x' } } }, 'metricsServer.env.POD_NAMESPACE is taken: it says which pod'],
  [
    { addOnOperator: { env: { KEDA_HTTP_OPERATOR_WATCH_NAMESPACE: 'x' } } },
    'addOnOperator.env.KEDA_HTTP_OPERATOR_WATCH_NAMESPACE is taken: the platform serves every namespace',
  ],
  [
    { scaler: { env: { KEDA_HTTP_QUEUE_TICK_DURATION: '1s' } } },
    'scaler.env.KEDA_HTTP_QUEUE_TICK_DURATION is taken: it carries the setting queueTick',
  ],
  [
    { interceptor: { env: { KEDA_HTTP_DRAIN_TIMEOUT: '1s' } } },
    'interceptor.env.KEDA_HTTP_DRAIN_TIMEOUT is taken: the time that a pod has to stop is reckoned from it',
  ],
  [
    { interceptor: { env: { KEDA_HTTP_PROXY_TLS_ENABLED: 'true' } } },
    'interceptor.env.KEDA_HTTP_PROXY_TLS_ENABLED is taken: it carries the setting tls',
  ],
  [
    { interceptor: { env: { OTEL_PROM_EXPORTER_ENABLED: 'false' } } },
    'interceptor.env.OTEL_PROM_EXPORTER_ENABLED is taken: alerts and dashboards need its metrics',
  ],
  [{ env: { A: 'x' }, envValueFrom: { A: field } }, 'envValueFrom.A is in env too; allowed: one of them'],
  [{ scaler: { env: { A: '$(B)', B: '$(A)' } } }, 'scaler.env.A "$(B)" refers to itself: A -> B -> A'],
  [{ labels: { app: 'x' } }, `labels.app is taken: the platform sets it; ${key}`],
  [
    { podLabels: { 'app.kubernetes.io/component': 'x' } },
    `podLabels.app.kubernetes.io/component is taken: the platform sets it; ${key}`,
  ],
  [
    { scaler: { podLabels: { 'pod-template-hash': 'x' } } },
    `scaler.podLabels.pod-template-hash is taken: the controller of the Deployment sets it; ${key}`,
  ],
  [
    { annotations: { 'deployment.kubernetes.io/revision': '1' } },
    'annotations.deployment.kubernetes.io/revision is taken: the controller of the Deployment sets it',
  ],
  [
    { podAnnotations: { 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' } },
    'podAnnotations.seccomp.security.alpha.kubernetes.io/pod is taken: the security of the pods is fixed',
  ],
  [
    { metricsServer: { hostNetwork: true } },
    'metricsServer.hostNetwork true is refused by a restricted namespace; allowed: false, or podSecurity: privileged',
  ],
  [
    { webhooks: { hostNetwork: true }, podSecurity: PodSecurity.BASELINE },
    'webhooks.hostNetwork true is refused by a baseline namespace; allowed: false, or podSecurity: privileged',
  ],
  [
    { metricsServer: { hostNetwork: true }, webhooks: { hostNetwork: true }, podSecurity: PodSecurity.PRIVILEGED },
    'webhooks.metricsPort 8080 is metricsServer.metricsPort on the host network; allowed: another port',
  ],
  [{ webhooks: { probesPort: 9443 } }, 'webhooks.probesPort 9443 is webhooks.httpsPort; allowed: another port'],
  [{ metricsServer: { httpsPort: 443 } }, 'metricsServer.httpsPort 443 is invalid; allowed: a whole number from 1024'],
  [
    { openTelemetry: { endpoint: 'collector:4317' } },
    'openTelemetry.endpoint "collector:4317" is invalid; allowed: http',
  ],
  [
    { openTelemetry: { endpoint: `${endpoint}/v1/metrics` } },
    'openTelemetry.endpoint "http://collector:4318/v1/metrics"',
  ],
  [
    { openTelemetry: { endpoint, metrics: false } },
    'openTelemetry.metrics false leaves nothing to send; allowed: true',
  ],
  [
    { openTelemetry: { endpoint, metrics: false, traces: true, metricInterval: Duration.seconds(9) } },
    'openTelemetry.metricInterval "9s" is given, and no metrics are sent; allowed: with metrics: true',
  ],
  [
    { openTelemetry: { endpoint, traceRatio: 0.5 } },
    'openTelemetry.traceRatio 0.5 is given, and no traces are sent; allowed: with traces: true',
  ],
  [
    { interceptor: { tls: { secretName, port: 8080 } } },
    'interceptor.tls.port 8080 is that of proxy; allowed: another',
  ],
  [
    { interceptor: { tls: { secretName, moreSecretNames: ['a', secretName] } } },
    'interceptor.tls.moreSecretNames[1] "proxy" is secretName; allowed: other Secrets',
  ],
];

test.each(REFUSED)('%j is refused', (props, message) => {
  expect(() => platform(props)).toThrow(`platform: ${message}`);
});

/** What looks like it, and is not. */
const TAKEN: KedaPlatformProps[] = [
  { metricsServer: { hostNetwork: true }, createNamespace: false },
  { webhooks: { metricsPort: 6443 } },
  {
    metricsServer: { hostNetwork: true },
    webhooks: { hostNetwork: true, metricsPort: 8082 },
    podSecurity: PodSecurity.PRIVILEGED,
  },
  { env: { KEDA_HTTP_MIN_TLS_VERSION: 'TLS13' } },
  { operator: { env: { KEDA_HTTP_ADMIN_PORT: 'means nothing to it' } } },
  { interceptor: { tls: { secretName, port: 8443 } } },
];

test.each(TAKEN)('%j is not', (props) => {
  expect(() => objects(props)).not.toThrow();
});
