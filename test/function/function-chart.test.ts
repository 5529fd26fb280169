import { App, Duration, Size } from 'cdk8s';
import { loadAll } from 'js-yaml';
import {
  Cpu,
  Environment,
  FunctionChart,
  type FunctionChartProps,
  GoFunctionChart,
  NodeFunctionChart,
  ProjectChart,
  type ProjectChartProps,
  PythonFunctionChart,
  Runtime,
  RustFunctionChart,
  Scaler,
  toFiles,
} from '../../lib';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects
type Any = any;
const BASE: FunctionChartProps = { runtime: Runtime.GO, project: 'shop', image: 'a/b:1' };

/** What a function renders to, by kind. */
function render(props: Partial<FunctionChartProps> = {}, id = 'hello'): { [kind: string]: Any } {
  const app = new App();
  const environment = new Environment(app, 'production', { domain: 'fn.test' });
  new FunctionChart(environment, id, { ...BASE, ...props });
  const objects = loadAll(toFiles(app)[`production/${id}.yaml`] as string) as Any[];
  return Object.fromEntries(objects.map((object) => [object.kind, object]));
}
const container = (objects: { [kind: string]: Any }) => objects.Deployment.spec.template.spec.containers[0];
const env = (objects: { [kind: string]: Any }) =>
  Object.fromEntries(container(objects).env.map((entry: Any) => [entry.name, entry.value]));
const viaHttp = (props: Partial<FunctionChartProps> = {}) =>
  render({ scaler: Scaler.HTTP_SCALED_OBJECT, ...props }).HTTPScaledObject.spec;

test.each(Runtime.ALL.map((runtime) => [runtime.name, runtime] as const))(
  'a %s function with every default',
  (_, runtime) => {
    expect(render({ runtime })).toMatchSnapshot();
  },
);

test('a function by HTTPScaledObject', () => {
  expect(render({ scaler: Scaler.HTTP_SCALED_OBJECT })).toMatchSnapshot();
});

const EFFECTS: [string, Partial<FunctionChartProps>, (objects: { [kind: string]: Any }) => unknown, unknown][] = [
  [
    'name',
    { name: 'bye' },
    (o) => [o.Deployment.metadata.name, o.Deployment.metadata.labels['enclii.dev/function'], env(o).FUNCTION_NAME],
    ['fn-bye', 'bye', 'bye'],
  ],
  ['project', { project: 'bar' }, (o) => o.Service.metadata.namespace, 'fn-bar'],
  ['image', { image: 'c/d:2' }, (o) => container(o).image, 'c/d:2'],
  [
    'functionId',
    { functionId: '42' },
    (o) => o.Deployment.spec.selector.matchLabels,
    { app: 'fn-hello', 'enclii.dev/function': 'hello', 'enclii.dev/function-id': '42' },
  ],
  [
    'hosts',
    { hosts: ['a.test', '*.b.test'] },
    (o) => o.InterceptorRoute.spec.rules,
    [{ hosts: ['a.test', '*.b.test'] }],
  ],
  [
    'pathPrefixes',
    { pathPrefixes: ['/api'] },
    (o) => o.InterceptorRoute.spec.rules,
    [{ hosts: ['hello.fn.test'], paths: [{ value: '/api' }] }],
  ],
  [
    'kedaNamespace',
    { kedaNamespace: 'k' },
    (o) => o.ScaledObject.spec.triggers[0].metadata.scalerAddress,
    'keda-add-ons-http-external-scaler.k:9090',
  ],
  ['port', { port: 3000 }, (o) => [container(o).ports, env(o).PORT], [[{ name: 'http', containerPort: 3000 }], '3000']],
  ['handler', { handler: 'x.y' }, (o) => env(o).FUNCTION_HANDLER, 'x.y'],
  [
    'timeout',
    { timeout: Duration.seconds(40) },
    (o) => [
      env(o).FUNCTION_TIMEOUT,
      o.InterceptorRoute.spec.timeouts.responseHeader,
      o.Deployment.spec.template.spec.terminationGracePeriodSeconds,
    ],
    ['40', '40s', 45],
  ],
  [
    'readinessTimeout',
    { readinessTimeout: Duration.millis(1500) },
    (o) => o.InterceptorRoute.spec.timeouts.readiness,
    '1.5s',
  ],
  [
    'env',
    { env: { A: 'yes', B: '012', C: '1:30', D: 'null', E: 'a\nb' } },
    env,
    expect.objectContaining({ A: 'yes', B: '012', C: '1:30', D: 'null', E: 'a\nb', PORT: '8080' }),
  ],
  ['envFromSecrets', { envFromSecrets: ['s'] }, (o) => container(o).envFrom, [{ secretRef: { name: 's' } }]],
  ['cpu', { cpu: Cpu.cores(0.2) }, (o) => container(o).resources.requests.cpu, '200m'],
  ['cpuLimit', { cpuLimit: Cpu.cores(2) }, (o) => String(container(o).resources.limits.cpu), '2'],
  [
    'memory',
    { memory: Size.mebibytes(256) },
    (o) => container(o).resources,
    { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } },
  ],
  ['memoryLimit', { memoryLimit: Size.gibibytes(1) }, (o) => container(o).resources.limits.memory, '1024Mi'],
  ['healthPath', { healthPath: '/up' }, (o) => container(o).livenessProbe.httpGet, { path: '/up', port: 'http' }],
  [
    'readinessProbe',
    { readinessProbe: true },
    (o) => container(o).readinessProbe,
    { httpGet: { path: '/health', port: 'http' }, periodSeconds: 1 },
  ],
  [
    'writablePaths',
    { writablePaths: ['/data'] },
    (o) => [container(o).volumeMounts, o.Deployment.spec.template.spec.volumes],
    [[{ name: 'writable-0', mountPath: '/data' }], [{ name: 'writable-0', emptyDir: {} }]],
  ],
  [
    'no writablePaths',
    { runtime: Runtime.NODE, writablePaths: [] },
    (o) => o.Deployment.spec.template.spec.volumes,
    undefined,
  ],
  [
    'runtime',
    {
      runtime: Runtime.custom({ name: 'x', user: 7, coldStartTargetMillis: 1, env: { X: '1' }, writablePaths: ['/w'] }),
    },
    (o) => [
      o.Deployment.spec.template.spec.securityContext.runAsUser,
      env(o).X,
      container(o).volumeMounts[0].mountPath,
    ],
    [7, '1', '/w'],
  ],
  ['minReplicas', { minReplicas: 1 }, (o) => o.ScaledObject.spec.minReplicaCount, 1],
  ['maxReplicas', { maxReplicas: 3 }, (o) => o.ScaledObject.spec.maxReplicaCount, 3],
  ['cooldown', { cooldown: Duration.minutes(1) }, (o) => o.ScaledObject.spec.cooldownPeriod, 60],
  ['initialCooldown', { initialCooldown: Duration.seconds(7) }, (o) => o.ScaledObject.spec.initialCooldownPeriod, 7],
  ['concurrency', { concurrency: 5 }, (o) => o.InterceptorRoute.spec.scalingMetric.concurrency, { targetValue: 5 }],
  [
    'request rate',
    { requestRate: 6, requestRateWindow: Duration.seconds(20), requestRateGranularity: Duration.seconds(2) },
    (o) => o.HTTPScaledObject.spec.scalingMetric,
    { requestRate: { targetValue: 6, window: '20s', granularity: '2s' } },
  ],
  [
    'a metric that changes reaches its trigger',
    { concurrency: 5, requestRate: 7 },
    (o) =>
      o.ScaledObject.spec.triggers.map(
        ({ metadata }: { metadata: { scalingMetric: string } }) => metadata.scalingMetric,
      ),
    ['concurrency=5', 'requestRate=7 window=1m0s granularity=1s'],
  ],
];
test.each(EFFECTS)('%s has its effect', (_, props, find, expected) => {
  expect(find(render(props))).toEqual(expected);
});

test('an HTTPScaledObject carries the same settings, and one metric', () => {
  expect(
    viaHttp({
      minReplicas: 1,
      maxReplicas: 4,
      cooldown: Duration.seconds(9),
      initialCooldown: Duration.seconds(8),
      pathPrefixes: ['/a'],
      hosts: ['h.test'],
    }),
  ).toMatchObject({
    replicas: { min: 1, max: 4 },
    scaledownPeriod: 9,
    initialCooldownPeriod: 8,
    pathPrefixes: ['/a'],
    hosts: ['h.test'],
    scalingMetric: { requestRate: { targetValue: 100, window: '1m0s', granularity: '1s' } },
  });
  expect(viaHttp({ requestRate: 7 }).scalingMetric).toEqual({
    requestRate: { targetValue: 7, window: '1m0s', granularity: '1s' },
  });
  expect(viaHttp({ concurrency: 7 }).scalingMetric).toEqual({ concurrency: { targetValue: 7 } });
  expect(() => viaHttp({ concurrency: 7, requestRate: 7 })).toThrow('allowed: one of them');
});

test.each([
  [GoFunctionChart, Runtime.GO],
  [RustFunctionChart, Runtime.RUST],
  [NodeFunctionChart, Runtime.NODE],
  [PythonFunctionChart, Runtime.PYTHON],
])('%p fixes its runtime', (Subclass, runtime) => {
  const app = new App();
  const chart = new Subclass(app, 'x', { project: 'shop', image: 'a/b:1', hosts: ['x.test'] });
  expect([chart.runtime, chart.functionName, chart.hosts, chart.pathPrefixes]).toEqual([runtime, 'x', ['x.test'], []]);
});

test('the contract with what already runs, and the floor of a cold start', () => {
  const { Deployment, Service } = render();
  const pod = Deployment.spec.template;
  expect(Deployment.spec.replicas).toBeUndefined();
  expect(pod.metadata.labels).toEqual(Deployment.spec.selector.matchLabels);
  expect(Service.spec).toEqual({
    selector: pod.metadata.labels,
    ports: [{ name: 'http', port: 80, targetPort: 'http' }],
  });
  expect(pod.spec).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false });
  expect(pod.spec.volumes).toBeUndefined();
  expect(pod.spec.containers[0]).toMatchObject({ name: 'function', lifecycle: { preStop: { sleep: { seconds: 5 } } } });
  expect(pod.spec.containers[0].readinessProbe).toBeUndefined();
});

const REFUSED: [Partial<FunctionChartProps>, string][] = [
  [{ name: 'No' }, 'production/hello: name "No" is not a DNS label'],
  [{ name: 'a'.repeat(61) }, 'at most 60 characters (it becomes "fn-<name>")'],
  [{ port: 0 }, 'port 0 is invalid; allowed: a whole number from 1 to 65535'],
  [{ hosts: [] }, 'hosts [] is invalid'],
  [{ hosts: ['a.*.test'] }, 'hosts[0] "a.*.test" is not a host name'],
  [{ concurrency: 0 }, 'concurrency 0 is invalid'],
  [{ maxReplicas: 0 }, 'maxReplicas 0 is invalid'],
  [{ image: 'a b:1' }, 'image "a b:1" is not an image reference'],
  [{ memory: Size.mebibytes(8) }, 'memory "8Mi" is out of range'],
];
test.each(REFUSED)('%p is refused', (props, message) => expect(() => render(props)).toThrow(message));

test('a function without environment needs a host', () => {
  expect(() => new FunctionChart(new App(), 'x', BASE)).toThrow(
    'x: hosts is missing; allowed: at least one host, or an Environment',
  );
});

test('a host belongs to one function of a cluster, unless paths tell them apart', () => {
  const app = new App();
  const [one, two] = ['one', 'two'].map((id) => new Environment(app, id, { domain: 'fn.test' })) as [
    Environment,
    Environment,
  ];
  new FunctionChart(one, 'a', { ...BASE, hosts: ['x.test'] });
  new FunctionChart(two, 'a', { ...BASE, hosts: ['x.test'] });
  new FunctionChart(one, 'b', { ...BASE, hosts: ['x.test'], pathPrefixes: ['/b'] });
  expect(() => toFiles(app)).not.toThrow();
  new FunctionChart(one, 'c', { ...BASE, hosts: ['x.test'], pathPrefixes: ['/b'] });
  expect(() => toFiles(app)).toThrow('one/b: host "x.test/b" also leads to one/c');
});

function renderProject(props: Partial<ProjectChartProps> = {}): { [kind: string]: Any } {
  const app = new App();
  new ProjectChart(app, 'project', { name: 'shop', ...props });
  return Object.fromEntries(
    (loadAll(toFiles(app)['project.yaml'] as string) as Any[]).map((object) => [object.kind, object]),
  );
}

test('a project with every default', () => expect(renderProject()).toMatchSnapshot());

test('every setting of a project has its effect', () => {
  const objects = renderProject({
    quota: { cpu: Cpu.cores(4), memory: Size.gibibytes(8), pods: 20 },
    limits: { defaultCpu: Cpu.millis(50), defaultMemory: Size.mebibytes(64), maxMemory: Size.gibibytes(1) },
    labels: { team: 'a' },
    kedaNamespace: 'k',
  });
  expect(objects.ResourceQuota.spec.hard).toEqual({ 'requests.cpu': '4', 'limits.memory': '8192Mi', pods: 20 });
  expect(objects.LimitRange.spec.limits).toEqual([
    {
      type: 'Container',
      defaultRequest: { cpu: '50m', memory: '64Mi' },
      default: { memory: '64Mi' },
      max: { memory: '1024Mi' },
    },
  ]);
  expect(objects.Namespace.metadata.labels).toMatchObject({
    team: 'a',
    'enclii.dev/type': 'function',
    'pod-security.kubernetes.io/enforce': 'restricted',
  });
  expect(objects.NetworkPolicy.spec.ingress[0].from[0].namespaceSelector.matchLabels).toEqual({
    'kubernetes.io/metadata.name': 'k',
  });
  expect(renderProject({ networkPolicy: false }).NetworkPolicy).toBeUndefined();
  expect(() => renderProject({ quota: { pods: -1 } })).toThrow('quota.pods -1 is invalid');
  expect(() => renderProject({ name: 'No' })).toThrow('name "No" is not a DNS label');
});

test('amounts of processor time', () => {
  expect([Cpu.millis(1500).toQuantity(), Cpu.cores(2).toQuantity()]).toEqual(['1500m', '2']);
  expect(() => Cpu.millis(0)).toThrow('cpu of 0 millicores; allowed: a whole number above 0');
});
