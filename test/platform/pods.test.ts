import { EnvSource, type KedaPlatformProps, PodSecurity } from '../../lib';
import { container, DEPLOYMENTS, find, objects } from './synth';

const env = (props: KedaPlatformProps, deployment: string) => container(objects(props), deployment).env;

test('a variable of the component is in the place of that of the platform, and of one that is there', () => {
  const props = { env: { A: 'all', B: 'all', KEDA_HTTP_MIN_TLS_VERSION: 'TLS13' }, operator: { env: { A: 'own' } } };
  expect(env(props, 'keda-operator').slice(-3)).toEqual([
    { name: 'A', value: 'own' },
    { name: 'B', value: 'all' },
    { name: 'KEDA_HTTP_MIN_TLS_VERSION', value: 'TLS13' },
  ]);
  expect(env(props, 'keda-operator').map(({ name }: { name: string }) => name)).toHaveLength(
    env({}, 'keda-operator').length + 2,
  );
  expect(env(props, 'keda-admission-webhooks')).toContainEqual({ name: 'A', value: 'all' });
});

test('also where one of the two has it from elsewhere', () => {
  const valueFrom = { secretKeyRef: { name: 's', key: 'k' } };
  const source = EnvSource.secretKey('s', 'k');
  expect(env({ env: { A: 'x' }, scaler: { envValueFrom: { A: source } } }, DEPLOYMENTS[5]!)).toContainEqual({
    name: 'A',
    valueFrom,
  });
  const back = env({ envValueFrom: { A: source }, scaler: { env: { A: 'x' } } }, DEPLOYMENTS[5]!);
  expect(back.filter(({ name }: { name: string }) => name === 'A')).toEqual([{ name: 'A', value: 'x' }]);
});

test('a list of the component stands in place of that of the platform, a map adds to it', () => {
  const manifests = objects({
    imagePullSecrets: ['all'],
    podLabels: { team: 'a', zone: 'b' },
    scaler: { imagePullSecrets: ['own'], podLabels: { team: 'c' } },
  });
  const template = (name: string) => find(manifests, 'Deployment', name).spec.template;
  expect(template(DEPLOYMENTS[5]!).spec.imagePullSecrets).toEqual([{ name: 'own' }]);
  expect(template(DEPLOYMENTS[5]!).metadata.labels).toMatchObject({ team: 'c', zone: 'b' });
  expect(template('keda-operator').spec.imagePullSecrets).toEqual([{ name: 'all' }]);
});

test('each CA has a folder of its own, since their keys may be alike', () => {
  const spec = find(objects({ caConfigMaps: ['a', 'b'], caSecrets: ['c'] }), 'Deployment', 'keda-operator').spec
    .template.spec;
  const folders = ['/custom/ca/0', '/custom/ca/1', '/custom/ca/2'];
  expect(spec.containers[0].env).toContainEqual({ name: 'SSL_CERT_DIR', value: folders.join(':') });
  expect(spec.containers[0].volumeMounts.slice(1).map(({ mountPath }: { mountPath: string }) => mountPath)).toEqual(
    folders,
  );
});

test('of a Secret with a certificate its pair alone is mounted: a CA beside it would keep the interceptor from its start', () => {
  const tls = { secretName: 'a', moreSecretNames: ['b'] };
  const { volumes } = find(objects({ interceptor: { tls } }), 'Deployment', DEPLOYMENTS[4]!).spec.template.spec;
  const items = ['tls.crt', 'tls.key'].map((key) => ({ key, path: key }));
  expect(volumes.map(({ secret }: { secret: object }) => secret)).toEqual([
    { secretName: 'a', defaultMode: 0o440, items },
    { secretName: 'b', defaultMode: 0o440, items },
  ]);
});

test('labels and annotations reach all that is of a component, and nothing of another', () => {
  const manifests = objects({ interceptor: { labels: { team: 'edge' }, annotations: { note: 'x' } } });
  const marked = manifests.filter(({ metadata }) => metadata.labels?.team === 'edge');
  expect(marked.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual([
    'Deployment keda-add-ons-http-interceptor',
    'PodDisruptionBudget keda-add-ons-http-interceptor',
    'ScaledObject keda-add-ons-http-interceptor',
    'Service keda-add-ons-http-interceptor-admin',
    'Service keda-add-ons-http-interceptor-proxy',
  ]);
  for (const { metadata } of marked) expect(metadata.annotations).toMatchObject({ note: 'x' });
});

test('no setting changes a selector, a name or what selects', () => {
  const contract = (props: KedaPlatformProps) =>
    objects(props).map(({ kind, metadata, spec }) => [kind, metadata.name, spec?.selector]);
  const all: KedaPlatformProps = {
    labels: { a: 'b' },
    podLabels: { c: 'd' },
    podSecurity: PodSecurity.PRIVILEGED,
    metricsServer: { hostNetwork: true, httpsPort: 7443 },
    openTelemetry: { endpoint: 'http://c:4318', traces: true },
    interceptor: { tls: { secretName: 's' } },
  };
  expect(contract(all)).toEqual(contract({}));
});

test('on the host network the scheduler knows of every port', () => {
  const manifests = objects({ podSecurity: PodSecurity.PRIVILEGED, webhooks: { hostNetwork: true } });
  expect(container(manifests, 'keda-admission-webhooks').ports).toEqual([
    { name: 'http', containerPort: 9443, protocol: 'TCP' },
    { name: 'metrics', containerPort: 8080, protocol: 'TCP' },
    { name: 'probes', containerPort: 8081, protocol: 'TCP' },
  ]);
});

test('traces are of the interceptor alone, and metrics of the three that can', () => {
  const manifests = objects({ openTelemetry: { endpoint: 'http://c:4318', metrics: false, traces: true } });
  const senders = DEPLOYMENTS.filter((name) =>
    container(manifests, name).env.some(({ name }: { name: string }) => name === 'OTEL_EXPORTER_OTLP_ENDPOINT'),
  );
  expect(senders).toEqual(['keda-add-ons-http-interceptor']);
});
