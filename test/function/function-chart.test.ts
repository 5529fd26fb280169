import { App, Size } from 'cdk8s';
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

test('an HTTPScaledObject has one metric', () => {
  expect(viaHttp().scalingMetric).toEqual({ requestRate: { targetValue: 100, window: '1m0s', granularity: '1s' } });
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
  const selector = Deployment.spec.selector.matchLabels;
  expect(pod.metadata.labels).toMatchObject(selector);
  expect(Service.spec).toEqual({
    selector,
    ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }],
  });
  expect(pod.spec).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false });
  expect(pod.spec.volumes).toBeUndefined();
  expect(pod.spec.containers[0]).toMatchObject({ name: 'function', lifecycle: { preStop: { sleep: { seconds: 5 } } } });
  expect(pod.spec.containers[0].readinessProbe).toBeUndefined();
});

const REFUSED: [Partial<FunctionChartProps>, string][] = [
  [{ name: 'No' }, 'production/hello: name "No" is not a DNS label'],
  [{ name: 'a'.repeat(61) }, 'which has 64 characters; allowed: a-z, 0-9 and "-", at most 60'],
  [{ port: 0 }, 'port 0 is invalid; allowed: a whole number from 1 to 65535'],
  [{ hosts: [] }, 'hosts [] is invalid'],
  [{ hosts: ['a.*.test'] }, 'hosts[0] "a.*.test" is not a host name'],
  [{ concurrency: 0 }, 'concurrency 0 is invalid'],
  [{ maxReplicas: 0 }, 'maxReplicas 0 is invalid'],
  [{ image: 'a b:1' }, 'image "a b:1" is not an image reference'],
  [{ memory: Size.mebibytes(8) }, 'memory "8Mi" is below the environment\'s limits.minMemory'],
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

test('what a project refuses', () => {
  expect(() => renderProject({ quota: { pods: -1 } })).toThrow('quota.pods -1 is invalid');
  expect(() => renderProject({ name: 'No' })).toThrow('name "No" is not a DNS label');
});

test('amounts of processor time', () => {
  expect([Cpu.millis(1500).toQuantity(), Cpu.cores(2).toQuantity()]).toEqual(['1500m', '2']);
  expect(() => Cpu.millis(0)).toThrow('cpu of 0 millicores; allowed: a whole number above 0');
});
