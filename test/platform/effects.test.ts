import { App, Duration, Size } from 'cdk8s';
import {
  Environment,
  type EnvironmentProps,
  FunctionChart,
  KedaPlatform,
  type KedaPlatformProps,
  Monitoring,
  PodSecurity,
  ProjectChart,
  Rbac,
  Runtime,
  Scrape,
  Sizing,
} from '../../lib';
import { ENVIRONMENT } from '../../lib/environment-fields';
import { COMPONENTS } from '../../lib/platform/components';
import { PLATFORM } from '../../lib/platform/fields';
import { load } from '../catalog/folder';
import { proveEffects } from '../effects';
import { calledEffects, TELEMETRY_EFFECTS, TLS_EFFECTS } from './more-effects';
import { podEffects } from './pod-effects';
import { componentEffects, container, only, processEffects } from './process-effects';

const SCALER = container('keda-add-ons-http-external-scaler');
const WEBHOOKS = container('keda-admission-webhooks');
const INTERCEPTOR = 'keda-add-ons-http-interceptor';
const digest = `sha256:${'a'.repeat(64)}`;

const refuses = (setting: string, given: Partial<EnvironmentProps>, problem: RegExp) =>
  only(setting, given, { refused: [expect.stringMatching(problem)] });

describe('platform', () => {
  proveEffects(
    PLATFORM,
    {
      ...only('sizing', { sizing: Sizing.LIMITED }, { [`${SCALER}/resources/limits/cpu`]: '100m' }),
      ...only(
        'images.registry',
        { images: { registry: 'mirror.test:5000/keda' } },
        { [`${SCALER}/image`]: 'mirror.test:5000/keda/http-add-on-scaler:0.15.0' },
      ),
      ...only(
        'images.digests',
        { images: { digests: { 'http-add-on-scaler': digest } } },
        { [`${SCALER}/image`]: `ghcr.io/kedacore/http-add-on-scaler:0.15.0@${digest}` },
      ),
      ...only('namespace', { namespace: 'scaling' }, { 'Deployment keda-operator/metadata/namespace': 'scaling' }),
      ...only(
        'createNamespace',
        { createNamespace: false },
        { Namespace: undefined, 'NetworkPolicy default-deny': undefined },
      ),
      ...only(
        'rbac',
        { rbac: Rbac.UPSTREAM },
        {
          'ClusterRole keda-operator/rules/4/resources': ['*/scale'],
          [`${container('keda-operator')}/env/KEDA_RESTRICT_SECRET_ACCESS`]: undefined,
        },
      ),
      ...only(
        'serves',
        { serves: [{ namespace: 'theirs', jobs: true }] },
        { 'ClusterRole keda-operator/rules/3/resources': ['jobs'] },
      ),
      ...only('networkPolicy', { networkPolicy: false }, { NetworkPolicy: undefined }),
      ...only(
        'podSecurity',
        { podSecurity: PodSecurity.PRIVILEGED },
        { 'Namespace/metadata/labels/pod-security.kubernetes.io~1enforce': 'privileged' },
      ),
      ...podEffects(COMPONENTS.map(({ name }) => name)),
      ...TELEMETRY_EFFECTS,
      ...TLS_EFFECTS,
      ...calledEffects('metricsServer', 'keda-operator-metrics-apiserver', 'https'),
      ...calledEffects('webhooks', 'keda-admission-webhooks', 'http'),
      ...only(
        'webhooks.probesPort',
        { webhooks: { probesPort: 7081 } },
        {
          [`${WEBHOOKS}/args`]: expect.arrayContaining(['--health-probe-bind-address=:7081']),
          [`${WEBHOOKS}/livenessProbe/httpGet/port`]: 7081,
          [`${WEBHOOKS}/readinessProbe/httpGet/port`]: 7081,
        },
      ),
      ...componentEffects('operator', 'keda-operator'),
      ...componentEffects('metricsServer', 'keda-operator-metrics-apiserver'),
      ...componentEffects('webhooks', 'keda-admission-webhooks'),
      ...componentEffects('addOnOperator', 'keda-add-ons-http-controller-manager'),
      ...componentEffects('scaler', 'keda-add-ons-http-external-scaler'),
      ...only(
        'scaler.queueTick',
        { scaler: { queueTick: Duration.millis(25) } },
        { [`${SCALER}/env/KEDA_HTTP_QUEUE_TICK_DURATION/value`]: '25ms' },
      ),
      ...only(
        'scaler.streamInterval',
        { scaler: { streamInterval: Duration.seconds(1) } },
        { [`${SCALER}/env/KEDA_HTTP_SCALER_STREAM_INTERVAL_MS/value`]: '1000' },
      ),
      ...processEffects('interceptor', INTERCEPTOR),
      ...only(
        'interceptor.minReplicas',
        { interceptor: { minReplicas: 3 } },
        { [`ScaledObject ${INTERCEPTOR}/spec/minReplicaCount`]: 3 },
      ),
      ...only(
        'interceptor.maxReplicas',
        { interceptor: { maxReplicas: 3 } },
        { [`ScaledObject ${INTERCEPTOR}/spec/maxReplicaCount`]: 3 },
      ),
      ...only(
        'interceptor.readConfigMaps',
        { interceptor: { readConfigMaps: true } },
        { [`ClusterRole ${INTERCEPTOR}/rules/2/resources`]: ['configmaps', 'services'] },
      ),
    },
    {
      build(props: KedaPlatformProps) {
        const app = new App();
        const environment = new Environment(app, 'e', { domain: 'fn.test' });
        new Monitoring(environment, 'monitoring', { scrape: Scrape.ANNOTATIONS, namespace: props.namespace });
        new KedaPlatform(environment, 'keda', props);
        return app;
      },
      load: (platform) =>
        load({ 'environments/e.yaml': JSON.stringify({ domain: 'fn.test', platform }) }).environments[0].platform!,
    },
  );
});

describe('environment', () => {
  proveEffects(
    ENVIRONMENT,
    {
      ...only('domain', { domain: 'fn.other' }, { 'InterceptorRoute/spec/rules/0/hosts': ['f.fn.other'] }),
      ...only(
        'kedaNamespace',
        { kedaNamespace: 'scaling' },
        {
          'Deployment keda-operator/metadata/namespace': 'scaling',
          'ScaledObject fn-f/spec/triggers/0/metadata/scalerAddress': 'keda-add-ons-http-external-scaler.scaling:9090',
        },
      ),
      ...only(
        'clusterDomain',
        { clusterDomain: 'k8s.test' },
        { [`${container('keda-operator')}/args`]: expect.arrayContaining(['--k8s-cluster-domain=k8s.test']) },
      ),
      ...refuses('limits.minMemory', { limits: { minMemory: Size.mebibytes(256) } }, /^e\/f: memory "128Mi" is below/),
      ...refuses('limits.maxMemory', { limits: { maxMemory: Size.mebibytes(64) } }, /^e\/f: memory "128Mi" is above/),
      ...refuses('limits.maxTimeout', { limits: { maxTimeout: Duration.seconds(9) } }, /^e\/f: timeout "30s" is above/),
      ...refuses('requireDigests', { requireDigests: true }, /^e\/f: image "a\/b:1" has no digest/),
      ...only(
        'requireAllowedHosts',
        { requireAllowedHosts: true },
        {
          'ValidatingAdmissionPolicyBinding cdk8s-keda-functions-allowed-hosts/spec/validationActions': ['Deny'],
          'Namespace fn-p/metadata/annotations': { 'cdk8s-keda-functions/allowed-hosts': 'f.fn.test' },
        },
      ),
      ...only(
        'naming.namespace',
        { naming: { namespace: 'a-{project}' } },
        { 'Deployment fn-f/metadata/namespace': 'a-p' },
      ),
      ...only(
        'naming.object',
        { naming: { object: 'a-{function}' } },
        { 'Deployment a-f/metadata/name': 'a-f', 'Deployment fn-f': undefined },
      ),
      ...only(
        'naming.selector',
        { naming: { selector: { app: '{function}' } } },
        { 'Deployment fn-f/spec/selector/matchLabels': { app: 'f' } },
      ),
      ...only(
        'naming.labels',
        { naming: { labels: { kind: 'function' } } },
        { 'Deployment fn-f/metadata/labels/kind': 'function' },
      ),
      ...only(
        'naming.namespaceLabels',
        { naming: { namespaceLabels: { kind: 'functions' } } },
        { 'Namespace fn-p/metadata/labels': expect.objectContaining({ kind: 'functions' }) },
      ),
      ...only(
        'network.apiServerCidrs',
        { network: { apiServerCidrs: ['10.1.0.0/16'] } },
        {
          'NetworkPolicy keda-admission-webhooks/spec/ingress/0': {
            from: [{ ipBlock: { cidr: '10.1.0.0/16' } }],
            ports: [{ port: 9443, protocol: 'TCP' }],
          },
        },
      ),
      ...only(
        'network.apiServerPorts',
        { network: { apiServerPorts: [16443] } },
        { 'NetworkPolicy keda-admission-webhooks/spec/egress/1/ports': [{ port: 16443, protocol: 'TCP' }] },
      ),
      ...only(
        'network.nodeCidrs',
        { network: { nodeCidrs: ['10.0.0.0/24', 'fd01::/64'] } },
        {
          'NetworkPolicy functions-egress/spec/egress/0/to/1/ipBlock/except/3': '10.0.0.0/24',
          'NetworkPolicy functions-egress/spec/egress/0/to/2/ipBlock/except/4': 'fd01::/64',
          'NetworkPolicy keda-operator/spec/egress/2/to/1/ipBlock/except/3': '10.0.0.0/24',
        },
      ),
      ...only(
        'network.dnsPorts',
        { network: { dnsPorts: [5353] } },
        { 'NetworkPolicy functions/spec/egress/0/ports/0': { port: 5353, protocol: 'UDP' } },
      ),
    },
    {
      build(props: Partial<EnvironmentProps>) {
        const app = new App();
        const environment = new Environment(app, 'e', { domain: 'fn.test', ...props });
        new KedaPlatform(environment, 'keda');
        new ProjectChart(environment, 'project', { name: 'p' });
        new FunctionChart(environment, 'f', { runtime: Runtime.GO, project: 'p', image: 'a/b:1' });
        return app;
      },
      load: (settings) =>
        load({ 'environments/e.yaml': JSON.stringify({ domain: 'fn.test', ...settings }) }).environments[0].props,
    },
  );
});
