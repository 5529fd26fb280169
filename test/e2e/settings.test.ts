import { spawnSync } from 'node:child_process';
import { App, Duration, Size } from 'cdk8s';
import { loadAll } from 'js-yaml';
import {
  Architecture,
  ContainerResource,
  ContainerRestartPolicy,
  EmptyDirMedium,
  Environment,
  EnvSource,
  FunctionChart,
  type FunctionProps,
  KedaPlatform,
  NodeSelectorOperator,
  PortProtocol,
  Probe,
  ProjectChart,
  Protocol,
  Runtime,
  TaintEffect,
  TolerationOperator,
  toFiles,
  UnsatisfiableConstraintAction,
  Volume,
} from '../../lib';
import { Place, type Problem } from '../../lib/fields';
import { OVERRIDE } from '../../lib/function/fields';
import { deleteNamespace, kubectl, waitUntil } from './cluster';

// What the API server makes of the settings of a function, and of those that are refused here.

// biome-ignore lint/suspicious/noExplicitAny: objects as the API server gives them
type Any = any;

const PROJECT = 'settings';
const namespace = `fn-${PROJECT}`;
const ALL: Partial<FunctionProps> = {
  command: ['/bin/server'],
  args: ['-v', '-v', '', '$(PORT)'],
  workingDirectory: '/srv',
  env: { URL: 'db://$(PASSWORD)@db' },
  envValueFrom: {
    PASSWORD: EnvSource.secretKey('db', 'password'),
    LEVEL: EnvSource.configMapKey('log', 'level'),
    TEAM: EnvSource.podField("metadata.labels['example.com/team']"),
    NODE: EnvSource.podField('spec.nodeName'),
    ABSENT: EnvSource.secretKey('absent', 'key', { optional: true }),
    LIMIT: EnvSource.containerResource(ContainerResource.LIMITS_MEMORY, { divisor: '1Mi' }),
    CPU: EnvSource.containerResource(ContainerResource.REQUESTS_CPU, { divisor: '1m' }),
  },
  configMaps: { app: { data: { level: 'debug' }, binaryData: { logo: 'AAE=' } } },
  volumes: {
    '/app': Volume.fromConfigMap('app', { items: { level: 'a/level' }, defaultMode: '0555' }),
    '/level': Volume.fromConfigMap('app', { subPath: 'level' }),
    '/identity': Volume.fromProjected(
      [
        { configMap: 'app', items: { level: 'level' } },
        { secret: 'db', optional: true },
        { serviceAccountToken: { path: 'token', audience: 'vault', expiration: Duration.minutes(10) } },
      ],
      { defaultMode: '0440' },
    ),
    '/secret': Volume.fromSecret('db', { optional: true }),
    '/cache': Volume.fromEmptyDir({ size: Size.mebibytes(8), medium: EmptyDirMedium.MEMORY }),
    '/data': Volume.fromPersistentVolumeClaim('data', { readOnly: true, subPath: 'eu' }),
    '/models': Volume.fromImage('a/models:1', { subPath: 'x' }),
  },
  writablePaths: ['/tmp'],
  initContainers: [
    {
      name: 'proxy',
      image: 'a/proxy:1',
      restartPolicy: ContainerRestartPolicy.ALWAYS,
      user: 7,
      ports: { admin: 15000 },
      probes: {
        liveness: Probe.http('/up', { port: 15000 }),
        readiness: Probe.tcp({ port: 15001 }),
        startup: Probe.exec(['/ask']),
      },
    },
    {
      name: 'fetch',
      image: 'a/fetch:1',
      args: ['$(A)'],
      env: { A: 'b' },
      volumes: { '/out': Volume.fromShared('/cache'), '/in': Volume.fromImage('a/in:1') },
      writablePaths: ['/run'],
    },
  ],
  envFromConfigMaps: ['a', 'b'],
  envFromSecrets: ['c'],
  imagePullSecrets: ['registry'],
  serviceAccountName: 'orders',
  serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/orders' } },
  automountServiceAccountToken: true,
  nodeSelector: { 'kubernetes.io/arch': 'amd64', disk: '' },
  architecture: Architecture.AMD64,
  nodeAffinity: [
    { key: 'topology.kubernetes.io/zone', values: ['a', 'b'] },
    { key: 'cores', operator: NodeSelectorOperator.GT, values: ['7'], weight: 50 },
  ],
  podAffinity: [{ topologyKey: 'zone', matchLabels: { app: 'db' }, namespaces: ['data'] }],
  podAntiAffinity: [{ topologyKey: 'kubernetes.io/hostname', weight: 100 }],
  topologySpreadConstraints: [
    { topologyKey: 'zone' },
    { topologyKey: 'zone', whenUnsatisfiable: UnsatisfiableConstraintAction.DO_NOT_SCHEDULE, minDomains: 3 },
  ],
  extendedResources: { 'nvidia.com/gpu': 2 },
  tolerations: [
    { key: 'spot', value: 'yes', effect: TaintEffect.NO_SCHEDULE },
    { operator: TolerationOperator.EXISTS, effect: TaintEffect.NO_EXECUTE, tolerationSeconds: 30 },
    { operator: TolerationOperator.EXISTS },
  ],
  priorityClassName: 'settings-high',
  runtimeClassName: 'settings-sandbox',
  ephemeralStorage: Size.mebibytes(64),
  ephemeralStorageLimit: Size.mebibytes(256),
  minReplicas: 2,
  labels: { 'example.com/team': 'orders' },
  annotations: { 'Example.com/docs': 'https://docs.example.com' },
  podLabels: { 'example.com/team': 'orders' },
  podAnnotations: { 'linkerd.io/inject': 'disabled' },
  protocol: Protocol.GRPC,
  ports: { metrics: { port: 9090, fromNamespaces: ['a'] }, dns: { port: 53, protocol: PortProtocol.UDP } },
  probes: {
    liveness: Probe.http('/up', { port: 9090, headers: { Host: 'a.test' }, initialDelay: Duration.seconds(7) }),
    readiness: Probe.grpc({ service: 'orders', successThreshold: 2, period: Duration.seconds(3) }),
    startup: Probe.exec(['/bin/ask', ''], { failureThreshold: 50, timeout: Duration.seconds(2) }),
  },
};

function render(props: Partial<FunctionProps>): { [file: string]: string } {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'settings.test' });
  new KedaPlatform(environment, 'keda');
  new ProjectChart(environment, 'project', { name: PROJECT });
  new FunctionChart(environment, 'all', { project: PROJECT, runtime: Runtime.GO, image: 'a/b:1', ...props });
  return toFiles(app) as { [file: string]: string };
}

// what KEDA's webhook says, where it runs, of a function that never goes to zero: kept for when it does again
const OF_KEDA = /^Warning: (PollingInterval|CooldownPeriod) is configured but is not relevant.*\n/gm;

/** Sends objects to the API server; what it says, warnings too, and what it would have. */
function send(text: string, ...args: string[]): { said: string; objects: Any[] } {
  const { stdout, stderr } = spawnSync('kubectl', [...args, '--validate=strict', '-o', 'json', '-f', '-'], {
    input: text,
    encoding: 'utf8',
  });
  const answer = stdout ? JSON.parse(stdout) : { items: [] };
  return { said: stderr.replace(OF_KEDA, ''), objects: answer.items ?? [answer] };
}
const apply = (text: string, ...args: string[]) => send(text, 'apply', '--server-side', ...args);

const CLASSES = [
  { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'settings-high' }, value: 5 },
  { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name: 'settings-sandbox' }, handler: 'sandbox' },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'orders', namespace } },
];

beforeAll(async () => {
  const files = render({});
  apply(files['e/keda/crds.yaml']);
  kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s');
  apply(files['e/project.yaml']);
  for (const object of CLASSES) apply(JSON.stringify(object));
  await waitUntil('a service account', 60, () =>
    kubectl('get', 'serviceaccounts', '-n', namespace, '-o', 'name').includes('default'),
  );
}, 200_000);

afterAll(() => {
  deleteNamespace(namespace);
  kubectl('delete', 'priorityclass/settings-high', 'runtimeclass/settings-sandbox');
}, 200_000);

const pod = (template: Any) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { ...template.metadata, name: 'pod', namespace },
  spec: template.spec,
});
const templateOf = (text: string) =>
  (loadAll(text) as Any[]).find(({ kind }) => kind === 'Deployment').spec.template as Any;

test('a function with all settings is taken as it is, without a warning, and so is its pod', () => {
  const text = render(ALL)['e/all.yaml'];
  const { said, objects } = apply(text, '--dry-run=server');
  expect(said).toBe('');
  const sent = loadAll(text) as Any[];
  expect(sent.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['PodDisruptionBudget', 'NetworkPolicy']));
  for (const object of sent) expect(objects).toContainEqual(expect.objectContaining(containing(object)));
  const made = send(JSON.stringify(pod(templateOf(text))), 'create', '--dry-run=server');
  expect(made.said).toBe('');
  expect(made.objects[0].spec).toMatchObject({ priority: 5, runtimeClassName: 'settings-sandbox' });
}, 60_000);

/** An object without what the API server writes anew in its own way. */
function containing({ kind, metadata }: Any): Any {
  return { kind, metadata: expect.objectContaining(metadata) };
}

test('what is within arrives as it was sent', () => {
  const text = render(ALL)['e/all.yaml'];
  const found = apply(text, '--dry-run=server').objects.find(({ kind }) => kind === 'Deployment');
  expect(found.spec.template).toMatchObject(templateOf(text));
  expect(found.spec.selector.matchLabels).toEqual({
    'app.kubernetes.io/name': 'all',
    'app.kubernetes.io/instance': 'fn-all',
  });
}, 60_000);

test('a function that is there takes them, and gives them back', () => {
  const [plain, full] = [render({}), render(ALL)].map((files) => files['e/all.yaml']);
  expect(apply(plain).said).toBe('');
  const uid = () => kubectl('get', 'deployment', 'fn-all', '-n', namespace, '-o', 'jsonpath={.metadata.uid}');
  const before = uid();
  expect(apply(full).said).toBe('');
  expect(apply(plain).said).toBe('');
  expect(uid()).toBe(before);
}, 60_000);

const TEMPLATE = templateOf(render({})['e/all.yaml']);
const long = 'a'.repeat(254);
const key = (name: string) => ({ tolerations: [{ key: name }] });
/** Settings of a pod, as YAML has them; right ones and wrong ones. */
const VERDICTS: { readonly [setting: string]: Any }[] = [
  ...[{}, { operator: 'Exists' }, { operator: 'Equal' }, { operator: 'exists', key: 'a' }, { key: 'a', value: 'x y' }],
  ...[
    { key: 'a', operator: 'Exists', value: 'x' },
    { key: 'a', operator: 'Exists', value: '' },
    { key: 'a', value: '' },
  ],
  ...[
    { key: 'a', tolerationSeconds: 1 },
    { key: 'a', effect: 'NoSchedule', tolerationSeconds: 1 },
  ],
  ...[
    { key: 'a', effect: 'NoExecute', tolerationSeconds: 0 },
    { key: 'a', effect: 'Never' },
    { operator: 'Equal', key: 'a' },
  ],
]
  .map((toleration): Any => ({ tolerations: [toleration] }))
  .concat(
    ...['a/b', 'a..b/c', 'A.b/c', 'a/b/c', '/b', 'a/', '-a', 'a_', 'a_b.c-d', `${long}/b`, `${long.slice(1)}/b`].map(
      (name) => [
        key(name),
        { nodeSelector: { [name]: 'x' } },
        { podLabels: { [name]: 'x' } },
        { podAnnotations: { [name]: 'x' } },
      ],
    ),
    ...['', 'x', 'x y', '-x', 'x_', long.slice(0, 63), long.slice(0, 64), 'é'].map((value) => [
      { nodeSelector: { a: value } },
      { podLabels: { a: value } },
      { podAnnotations: { a: value } },
    ]),
    ...['a', 'a.b', 'A', 'a_b', '-a', long].map((name) => [{ priorityClassName: name }, { runtimeClassName: name }]),
    ...['metadata.name', 'metadata.uid', 'metadata.labels', "metadata.labels['a/b']", "metadata.labels['a b']"].map(
      (field) => ({ envValueFrom: { A: { field } } }),
    ),
    ...[
      "metadata.annotations['A.b/c']",
      "metadata.labels['A.b/c']",
      'spec.nodeName',
      'spec.hostname',
      'status.podIPs',
    ].map((field) => ({ envValueFrom: { A: { field } } })),
    ...['a', '.', '..', '..a', '...', '.a', 'a b', 'a/b', long.slice(1), long].map((key) => ({
      envValueFrom: { A: { secret: 's', key } },
    })),
    ...[{ secret: 's' }, { configMap: 'c' }, { secret: 'S', key: 'k' }].map((source) => ({
      envValueFrom: { A: source },
    })),
  );

/** The Deployment that such settings ask for, whether they are right or wrong; what it names need not be there. */
function asked({ podLabels, podAnnotations, envValueFrom = {}, ...rest }: Any): Any {
  const { metadata, spec } = TEMPLATE;
  const env = Object.entries<Any>(envValueFrom).map(([name, { secret, configMap, key, field }]) => ({
    name,
    valueFrom: {
      ...(secret && { secretKeyRef: { name: secret, key } }),
      ...(configMap && { configMapKeyRef: { name: configMap, key } }),
      ...(field && { fieldRef: { fieldPath: field } }),
    },
  }));
  const template = {
    metadata: { labels: { ...metadata.labels, ...podLabels }, annotations: podAnnotations },
    spec: { ...spec, ...rest, containers: [{ ...spec.containers[0], env }] },
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'asked', namespace },
    spec: { selector: { matchLabels: metadata.labels }, template },
  };
}

test('what is accepted here the API server accepts, and what is refused here it refuses', () => {
  const wrong = VERDICTS.flatMap((settings) => {
    const problems: Problem[] = [];
    OVERRIDE.read(settings, Place.root('yaml', problems));
    const { said: refusal } = send(JSON.stringify(asked(settings)), 'create', '--dry-run=server');
    return problems.length > 0 === (refusal !== '')
      ? []
      : [`${JSON.stringify(settings)} here: ${problems.map(({ reason }) => reason)}, there: ${refusal}`];
  });
  expect(wrong).toEqual([]);
}, 300_000);
