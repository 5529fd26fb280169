import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration } from 'cdk8s';
import {
  Edge,
  Environment,
  EnvSource,
  FunctionChart,
  KedaPlatform,
  type KedaPlatformProps,
  PodSecurity,
  ProjectChart,
  Runtime,
  TlsVersion,
  TolerationOperator,
  TunnelLogLevel,
  TunnelMode,
  TunnelProtocol,
  toFiles,
} from '../../lib';
import { apply, deleteNamespace, forward, get, image, kubectl, untilAtZero, untilReady, waitUntil } from './cluster';

// The platform with its settings: what the API server makes of all, and how it runs with a part of them.

const MINUTE = 60_000;
const PLATFORM = ['e2e/keda/crds.yaml', 'e2e/keda/keda.yaml', 'e2e/keda/http-add-on.yaml'];
const PROJECT = 'platform-settings';
const namespace = `fn-${PROJECT}`;
const node = realpathSync(process.execPath);
const folder = mkdtempSync(join(tmpdir(), 'platform-settings-'));
const file = (name: string) => readFileSync(join(folder, name), 'utf8');

const ALL: KedaPlatformProps = {
  podSecurity: PodSecurity.PRIVILEGED,
  images: { registry: 'mirror.test:5000/keda', digests: { keda: `sha256:${'a'.repeat(64)}` } },
  nodeSelector: { 'kubernetes.io/arch': 'amd64' },
  tolerations: [{ key: 'system', operator: TolerationOperator.EXISTS }],
  priorityClassName: 'system-cluster-critical',
  runtimeClassName: 'gvisor',
  caConfigMaps: ['corporate', 'public'],
  caSecrets: ['internal'],
  env: { HTTPS_PROXY: 'http://proxy.test:3128', NO_PROXY: '.svc' },
  envValueFrom: { OTEL_EXPORTER_OTLP_HEADERS: EnvSource.secretKey('collector', 'headers') },
  imagePullSecrets: ['mirror'],
  labels: { 'example.com/team': 'platform' },
  annotations: { 'example.com/docs': 'https://docs.test' },
  podLabels: { 'example.com/team': 'platform' },
  podAnnotations: { 'linkerd.io/inject': 'disabled' },
  openTelemetry: {
    endpoint: 'https://collector.test:4318',
    metricInterval: Duration.seconds(5),
    traces: true,
    traceRatio: 0.1,
  },
  operator: { serviceAccountAnnotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/keda' } },
  metricsServer: { hostNetwork: true, httpsPort: 7443, metricsPort: 7080 },
  webhooks: { hostNetwork: true, httpsPort: 7444, metricsPort: 7081, probesPort: 7082 },
  interceptor: {
    tls: { secretName: 'proxy', moreSecretNames: ['other'], minVersion: TlsVersion.TLS_1_3, skipVerify: true },
  },
};

/** What runs here: one node, where a second pod on the host network finds no room. */
const RUNNING: KedaPlatformProps = {
  podSecurity: PodSecurity.PRIVILEGED,
  tolerations: [{ operator: TolerationOperator.EXISTS }],
  priorityClassName: 'system-cluster-critical',
  imagePullSecrets: ['no-such-secret'],
  podLabels: { 'example.com/team': 'platform' },
  openTelemetry: {
    endpoint: 'http://collector.callers:4318',
    metricInterval: Duration.seconds(2),
    traces: true,
  },
  operator: { replicas: 1 },
  // the API server has 6443 there
  metricsServer: { replicas: 1, hostNetwork: true, httpsPort: 7443, metricsPort: 7080 },
  webhooks: { replicas: 1, hostNetwork: true, httpsPort: 7444, metricsPort: 7081, probesPort: 7082 },
  interceptor: {
    minReplicas: 1,
    caConfigMaps: ['own-ca'],
    tls: { secretName: 'proxy-tls', moreSecretNames: ['other-tls'], minVersion: TlsVersion.TLS_1_3 },
  },
};

function app(props: KedaPlatformProps, kedaNamespace?: string): App {
  const app = new App();
  const environment = new Environment(app, 'e2e', { domain: 'fn.test', kedaNamespace });
  new KedaPlatform(environment, 'keda', props);
  return app;
}

/** A server of HTTPS alone, with a certificate that the interceptor has to verify. */
const SERVER = `require('node:https').createServer({ key: process.env.KEY, cert: process.env.CERT },
  (question, answer) => answer.end('over ' + question.socket.getProtocol())).listen(process.env.PORT);`;
/** What receives metrics and traces, and tells of whom. */
const COLLECTOR = `require('node:http').createServer((question, answer) => {
  let body = '';
  question.setEncoding('latin1').on('data', (text) => { body += text; }).on('end', () => {
    console.log(question.url, [...body.matchAll(/keda[.a-z_-]*|interceptor[a-z_.-]*|external-scaler/g)].join(' '));
    answer.end();
  });
}).listen(4318);`;

function functions(): App {
  const app = new App();
  const environment = new Environment(app, 'e2e', { domain: 'fn.test' });
  new KedaPlatform(environment, 'keda', RUNNING);
  new ProjectChart(environment, 'project', { name: PROJECT });
  const shared = { project: PROJECT, initialCooldown: Duration.seconds(0) };
  new FunctionChart(environment, 'plain', { ...shared, runtime: Runtime.GO, image: image('go') });
  new FunctionChart(environment, 'secure', {
    ...shared,
    runtime: Runtime.NODE,
    image: image('node'),
    command: [node, '-e', SERVER],
    envValueFrom: {
      KEY: EnvSource.secretKey('server-tls', 'tls.key'),
      CERT: EnvSource.secretKey('server-tls', 'tls.crt'),
    },
  });
  return app;
}

/** A certificate that the test's own CA signs, as a Secret. */
function certificate(namespace: string, secret: string, host: string): void {
  const path = (suffix: string) => join(folder, `${secret}.${suffix}`);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const ca = ['-CA', join(folder, 'ca.crt'), '-CAkey', join(folder, 'ca.key')];
  const san = ['-addext', `subjectAltName=DNS:${host}`];
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    path('key'),
    '-out',
    path('crt'),
    ...ca,
    ...san,
    '-subj',
    `/CN=${secret}`,
    '-days',
    '1',
  );
  kubectl('create', 'secret', 'tls', secret, '-n', namespace, `--cert=${path('crt')}`, `--key=${path('key')}`);
}

/** A GET over TLS to a port of this machine, for a host that the certificate has to be for. */
function getOverTls(
  port: number,
  host: string,
  more: object = {},
): Promise<{ status?: number; body?: string; code?: string }> {
  return new Promise((resolve) => {
    const options = {
      host: '127.0.0.1',
      port,
      servername: host,
      headers: { host },
      agent: false,
      ca: file('ca.crt'),
      ...more,
    };
    request(options, (answer) => {
      let body = '';
      answer.on('data', (text) => {
        body += text;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, body }));
    })
      .on('error', ({ code }: NodeJS.ErrnoException) => resolve({ code }))
      .end();
  });
}

let proxy: { port: number; close: () => void };
let tls: typeof proxy;

beforeAll(async () => {
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      '/CN=own',
      '-days',
      '1',
      '-keyout',
      join(folder, 'ca.key'),
      '-out',
      join(folder, 'ca.crt'),
    ],
    { stdio: 'pipe' },
  );
  const keda = JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'keda' } });
  execFileSync('kubectl', ['apply', '--server-side', '-f', '-'], { input: keda });
  certificate('keda', 'proxy-tls', '*.fallback.test');
  certificate('keda', 'other-tls', 'own.fn.test');
  kubectl('create', 'configmap', 'own-ca', '-n', 'keda', `--from-file=own.pem=${join(folder, 'ca.crt')}`);
  kubectl('create', 'namespace', 'callers');
  kubectl(
    'run',
    'collector',
    '-n',
    'callers',
    `--image=${image('node')}`,
    '--image-pull-policy=Never',
    '--port=4318',
    '--expose',
    '--command',
    '--',
    node,
    '-e',
    COLLECTOR,
  );
  apply(app(RUNNING), PLATFORM);
  kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s');
  untilReady('keda');
  apply(functions(), [...PLATFORM, 'e2e/project.yaml']);
  certificate(namespace, 'server-tls', `fn-secure.${namespace}`);
  proxy = await forward('keda', 'keda-add-ons-http-interceptor-proxy', 8080);
  tls = await forward('keda', 'keda-add-ons-http-interceptor-proxy', 8443);
}, 6 * MINUTE);

afterAll(() => {
  proxy?.close();
  tls?.close();
  deleteNamespace(namespace);
  apply(app({}), PLATFORM);
  kubectl('delete', 'secret/proxy-tls', 'secret/other-tls', 'configmap/own-ca', '-n', 'keda');
  kubectl('delete', 'namespace', 'callers', '--wait=false');
  rmSync(folder, { recursive: true });
}, 4 * MINUTE);

test(
  'the API server takes all settings as they are, without a warning',
  () => {
    const everything = app(ALL, 'keda-all');
    new Edge(everything.node.findChild('e2e'), 'edge', {
      cloudflare: {
        mode: TunnelMode.local({ tunnelId: 'f70ff985-a4ef-4643-bbbc-4a0ed4fc8415' }),
        namespace: 'keda-all',
        createNamespace: false,
        protocol: TunnelProtocol.HTTP2,
        logLevel: TunnelLogLevel.WARN,
        extraArgs: ['--post-quantum'],
        imagePullSecrets: ['mirror'],
        priorityClassName: 'system-cluster-critical',
        tolerations: ALL.tolerations,
        caConfigMaps: ['corporate'],
        rules: [
          { hostname: 'grafana.test', service: 'http://grafana.monitoring.svc:3000' },
          { path: '^/x', service: 'https://[2001:db8::1]' },
        ],
      },
    });
    kubectl('create', 'namespace', 'keda-all');
    kubectl('label', 'namespace', 'keda-all', 'pod-security.kubernetes.io/warn=privileged');
    try {
      const { 'e2e/keda/crds.yaml': _, ...files } = toFiles(everything) as { [path: string]: string };
      const dryRun = [
        'apply',
        '--server-side',
        '--force-conflicts',
        '--dry-run=server',
        '--validate=strict',
        '-f',
        '-',
      ];
      for (const [path, input] of Object.entries(files)) {
        const { stderr, status } = spawnSync('kubectl', dryRun, { input, encoding: 'utf8' });
        // what KEDA's webhook says of the interceptor's ScaledObject whatever the settings: it is kept for its status
        const said = stderr.replace(/^Warning: PollingInterval is configured but is not relevant.*\n/gm, '');
        expect([path, said, status]).toEqual([path, '', 0]);
      }
    } finally {
      kubectl('delete', 'namespace', 'keda-all', '--wait=false');
    }
  },
  MINUTE,
);

test(
  'on the host network, under other ports, the API server calls the metrics server and the webhooks',
  async () => {
    await waitUntil('the external metrics API answers', 60, () => {
      const { status } = spawnSync('kubectl', ['get', '--raw', '/apis/external.metrics.k8s.io/v1beta1']);
      return status === 0;
    });
    const wrong = kubectl('get', 'scaledobject', 'fn-plain', '-n', namespace, '-o', 'json');
    const { spec, metadata } = JSON.parse(wrong);
    const second = JSON.stringify({
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata: { name: 'second', namespace: metadata.namespace },
      spec,
    });
    await waitUntil('a second ScaledObject for a workload is refused', 60, () => {
      const { stderr } = spawnSync('kubectl', ['create', '--dry-run=server', '-f', '-'], {
        input: second,
        encoding: 'utf8',
      });
      return stderr.includes('already managed by the ScaledObject');
    });
    const networks = kubectl(
      'get',
      'pods',
      '-n',
      'keda',
      '-o',
      'jsonpath={.items[?(@.spec.hostNetwork)].metadata.labels.app}',
    );
    expect(networks.split(' ').sort()).toEqual(['keda-admission-webhooks', 'keda-operator-metrics-apiserver']);
  },
  3 * MINUTE,
);

test(
  'a function wakes as ever, and answers in plain',
  async () => {
    await untilAtZero(namespace, 'plain');
    expect(await get(proxy.port, 'plain.fn.test')).toMatchObject({ status: 200, coldStart: true });
  },
  3 * MINUTE,
);

test(
  'over TLS the interceptor has the certificate of exactly that name, or that for any',
  async () => {
    expect(await getOverTls(tls.port, 'own.fn.test')).toMatchObject({ status: 404 });
    expect(await getOverTls(tls.port, 'a.fallback.test')).toMatchObject({ status: 404 });
    expect(await getOverTls(tls.port, 'other.test')).toEqual({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    expect(await getOverTls(tls.port, 'a.fallback.test', { maxVersion: 'TLSv1.2' })).toEqual({ code: 'EPROTO' });
  },
  MINUTE,
);

test(
  'what comes over TLS goes on over TLS, to a certificate of a CA that it was told of',
  async () => {
    const secure = await getOverTls(tls.port, 'a.fallback.test', { headers: { host: 'secure.fn.test' } });
    expect(secure).toEqual({ status: 200, body: 'over TLSv1.3' });
    const plain = await getOverTls(tls.port, 'a.fallback.test', { headers: { host: 'plain.fn.test' } });
    expect(plain).toMatchObject({ status: 502 });
  },
  MINUTE,
);

test(
  'metrics of the three that can, and traces of the interceptor, arrive',
  async () => {
    const arrived = (path: string, whose: string) => () =>
      kubectl('logs', '-n', 'callers', 'collector')
        .split('\n')
        .some((line) => line.startsWith(path) && line.includes(whose));
    await waitUntil('metrics of the operator', 30, arrived('/v1/metrics', 'keda.build.info'));
    await waitUntil('metrics of the interceptor', 30, arrived('/v1/metrics', 'interceptor'));
    await waitUntil('metrics of the scaler', 30, arrived('/v1/metrics', 'external-scaler'));
    await waitUntil('traces of the interceptor', 30, arrived('/v1/traces', 'keda-http-interceptor'));
  },
  3 * MINUTE,
);
