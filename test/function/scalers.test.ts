import { App, Duration, Size } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { Environment } from '../../lib/environment';
import {
  BunFunctionChart,
  ContainerFunctionChart,
  DenoFunctionChart,
  DotnetFunctionChart,
  FunctionChart,
  type FunctionChartProps,
  GoFunctionChart,
  JavaFunctionChart,
  NodeFunctionChart,
  ProjectChart,
  PythonFunctionChart,
  Runtime,
  RustFunctionChart,
  Scaler,
} from '../../lib/function';
import { Naming } from '../../lib/naming';
import { toFiles } from '../../lib/synth';
import { Cpu } from '../../lib/workload';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects
type Any = any;
type Objects = { [kind: string]: Any };
const byKind = (yaml: string): Objects =>
  Object.fromEntries((loadAll(yaml) as Any[]).map((object) => [object.kind, object]));
const BASE: FunctionChartProps = { runtime: Runtime.GO, project: 'shop', image: 'a/b:1' };
const ENVIRONMENT = { domain: 'fn.test', kedaNamespace: 'scaling' };

function files(props: Partial<FunctionChartProps> = {}, environment = ENVIRONMENT): { [path: string]: string } {
  const app = new App();
  new FunctionChart(new Environment(app, 'e', environment), 'hello', { ...BASE, ...props });
  return toFiles(app);
}
const render = (props: Partial<FunctionChartProps> = {}) => byKind(files(props)['e/hello.yaml'] as string);
const at = (object: Any, path: string) => path.split('/').reduce((value, key) => value?.[key], object);

test.each(Object.values(Scaler))('the file of a function by %s', (scaler) => {
  expect(files({ scaler })).toMatchSnapshot();
});

test('each scaler makes its own kinds', () => {
  expect(Object.keys(render())).toEqual([
    'Service',
    'Deployment',
    'InterceptorRoute',
    'HTTPScaledObject',
    'ScaledObject',
  ]);
  expect(Object.keys(render({ scaler: Scaler.HTTP_SCALED_OBJECT }))).toEqual([
    'Service',
    'Deployment',
    'HTTPScaledObject',
  ]);
});

test('concurrency is pushed, the request rate is polled', () => {
  const { InterceptorRoute, HTTPScaledObject, ScaledObject } = render();
  // whatever the route names is pushed, and an active function's push costs the API server a request
  expect(Object.keys(InterceptorRoute.spec.scalingMetric)).toEqual(['concurrency']);
  expect(Object.keys(HTTPScaledObject.spec.scalingMetric)).toEqual(['requestRate']);
  // without it the add-on would make a second ScaledObject
  expect(HTTPScaledObject.metadata.annotations).toEqual({
    'httpscaledobject.keda.sh/skip-scaledobject-creation': 'true',
  });
  expect(HTTPScaledObject.spec.hosts).toEqual(InterceptorRoute.spec.rules[0].hosts);
  expect(ScaledObject.spec.triggers.map(({ type, metadata }: Any) => [type, Object.keys(metadata)[0]])).toEqual([
    ['external-push', 'interceptorRoute'],
    ['external', 'httpScaledObject'],
  ]);
});

test.each([
  [60, 15],
  [10, 10],
  [1.5, 1],
])('a window of %d s is asked for every %d s, so that it holds every request', (window, polling) => {
  const { ScaledObject } = render({ requestRateWindow: Duration.millis(window * 1000) });
  expect(ScaledObject.spec.pollingInterval).toBe(polling);
});

test('the scaler is asked in the KEDA namespace of the environment, unless told otherwise', () => {
  const address = `ScaledObject/spec/triggers/0/metadata/scalerAddress`;
  expect(at(render(), address)).toBe('keda-add-ons-http-external-scaler.scaling:9090');
  expect(at(render({ kedaNamespace: 'mine' }), address)).toBe('keda-add-ons-http-external-scaler.mine:9090');
  const app = new App();
  new FunctionChart(app, 'hello', { ...BASE, hosts: ['a.b'] });
  expect(at(byKind(toFiles(app)['hello.yaml'] as string), address)).toBe('keda-add-ons-http-external-scaler.keda:9090');
});

test.each([
  ['go', GoFunctionChart],
  ['rust', RustFunctionChart],
  ['node', NodeFunctionChart],
  ['python', PythonFunctionChart],
  ['java', JavaFunctionChart],
  ['dotnet', DotnetFunctionChart],
  ['deno', DenoFunctionChart],
  ['bun', BunFunctionChart],
  ['container', ContainerFunctionChart],
] as const)('the chart for %s fixes the runtime and nothing else', (name, Subclass) => {
  const { runtime: _, ...props } = {
    ...BASE,
    functionId: '1',
    port: 3000,
    env: { A: 'b' },
    cpu: Cpu.millis(7),
    memory: Size.mebibytes(32),
    scaler: Scaler.HTTP_SCALED_OBJECT,
    writablePaths: ['/data'],
  };
  const app = new App();
  const chart = new Subclass(new Environment(app, 'e', ENVIRONMENT), 'hello', props);
  const runtime = Runtime.ALL.find((other) => other.name === name) as Runtime;
  expect(chart.runtime).toBe(runtime);
  expect(toFiles(app)).toEqual(files({ ...props, runtime }));
});

test.each([...Runtime.ALL, Runtime.custom({ name: 'zig', user: 7, coldStartTarget: Duration.millis(1) })])(
  'every object of a $name function keeps the contract',
  (runtime) => {
    for (const scaler of Object.values(Scaler)) {
      const objects = render({ runtime, scaler, functionId: '42' });
      const selector = { 'app.kubernetes.io/name': 'hello', 'app.kubernetes.io/instance': 'fn-hello' };
      const labels = new Naming().labelsOf({ project: 'shop', name: 'hello', id: '42' });
      expect(labels).toMatchObject(selector);
      for (const { metadata } of Object.values(objects)) {
        expect(metadata).toMatchObject({ name: 'fn-hello', namespace: 'fn-shop', labels });
      }
      const { spec } = objects.Deployment;
      const pod = spec.template.spec;
      expect(spec).not.toHaveProperty('replicas');
      expect(spec.selector).toEqual({ matchLabels: selector });
      expect(spec.template.metadata.labels).toEqual(labels);
      expect(objects.Service.spec.selector).toEqual(selector);
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: {
          runAsNonRoot: true,
          ...(runtime.user && { runAsUser: runtime.user, runAsGroup: runtime.user, fsGroup: runtime.user }),
          seccompProfile: { type: 'RuntimeDefault' },
        },
        terminationGracePeriodSeconds: 35,
      });
      expect(pod.containers).toHaveLength(1);
      expect(pod.containers[0]).toMatchObject({
        name: 'function',
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          privileged: false,
          readOnlyRootFilesystem: true,
        },
        lifecycle: { preStop: { sleep: { seconds: 5 } } },
      });
      expect(pod.containers[0].env.map(({ name }: Any) => name).sort()).toEqual(
        ['FUNCTION_HANDLER', 'FUNCTION_NAME', 'FUNCTION_TIMEOUT', 'PORT', ...Object.keys(runtime.env)].sort(),
      );
      const paths = runtime.writablePaths;
      expect((pod.containers[0].volumeMounts ?? []).map(({ mountPath }: Any) => mountPath)).toEqual(paths);
      if (paths.length === 0) expect(pod).not.toHaveProperty('volumes');
    }
  },
);

test('what a runtime hands out cannot change it', () => {
  Runtime.NODE.writablePaths.push('/x');
  Runtime.NODE.env.X = '1';
  expect([Runtime.NODE.writablePaths, Runtime.NODE.env]).toEqual([['/tmp'], { NODE_ENV: 'production' }]);
  expect(Runtime.ALL.map(({ name, user, coldStartTarget }) => [name, user, coldStartTarget?.toMilliseconds()])).toEqual(
    [
      ['go', 65532, 500],
      ['rust', 65532, 500],
      ['node', 1000, 2000],
      ['python', 1000, 3000],
      ['java', 65532, 3000],
      ['dotnet', 1654, 3000],
      ['deno', 1993, 2000],
      ['bun', 1000, 2000],
      ['container', undefined, undefined],
    ],
  );
});

test('the file of a project with everything', () => {
  const app = new App();
  const chart = new ProjectChart(app, 'shop', {
    name: 'shop',
    quota: { cpu: Cpu.cores(4), memory: Size.gibibytes(8), pods: 20 },
    limits: { defaultCpu: Cpu.millis(50), defaultMemory: Size.mebibytes(64), maxMemory: Size.gibibytes(1) },
    labels: { team: 'a' },
  });
  expect(chart.namespaceName).toBe('fn-shop');
  expect(toFiles(app)).toMatchSnapshot();
});
