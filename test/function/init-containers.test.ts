import {
  ContainerRestartPolicy,
  EnvSource,
  type FunctionChartProps,
  type InitContainer,
  Runtime,
  Volume,
} from '../../lib';
import { ENVIRONMENT, FUNCTION, functionProblems, load, problems } from '../catalog/folder';
import { container, podOf, render, renderWith } from './render';

const BASE = { name: 'init', image: 'a/i:1' };
const ALWAYS = { restartPolicy: ContainerRestartPolicy.ALWAYS };
const withInit = (...all: Partial<InitContainer>[]) => ({ initContainers: all.map((each) => ({ ...BASE, ...each })) });

test('they stand in the order that is given, sidecars among them, and the function stays first of its own', () => {
  const objects = render(withInit({ name: 'proxy', ...ALWAYS }, { name: 'fetch' }, { name: 'log', ...ALWAYS }));
  expect(podOf(objects).initContainers.map(({ name }: InitContainer) => name)).toEqual(['proxy', 'fetch', 'log']);
  expect(podOf(objects).containers).toHaveLength(1);
  expect(container(objects).lifecycle).toEqual({ preStop: { sleep: { seconds: 5 } } });
  expect(podOf(render({ initContainers: [] })).initContainers).toBeUndefined();
});

test('what is shared is one volume of the pod, by the path of the function', () => {
  const props: Partial<FunctionChartProps> = {
    runtime: Runtime.NODE,
    volumes: { '/models': Volume.fromEmptyDir(), '/data': Volume.fromPersistentVolumeClaim('d', { subPath: 'eu' }) },
    ...withInit({
      volumes: {
        '/out': Volume.fromShared('/models'),
        '/tmp': Volume.fromShared('/tmp', { readOnly: true }),
        '/in': Volume.fromShared('/data', { subPath: 'a' }),
        '/own': Volume.fromImage('a/m:1'),
      },
    }),
  };
  const { initContainers, volumes } = podOf(render(props));
  expect(initContainers[0].volumeMounts).toEqual([
    { name: 'volume-0', mountPath: '/out' },
    { name: 'writable-0', mountPath: '/tmp', readOnly: true },
    { name: 'volume-1', mountPath: '/in', subPath: 'eu/a' },
    { name: 'volume-2', mountPath: '/own' },
  ]);
  expect(volumes.map(({ name }: { name: string }) => name)).toEqual(['writable-0', 'volume-0', 'volume-1', 'volume-2']);
  expect(volumes[3].image).toEqual({ reference: 'a/m:1', pullPolicy: 'IfNotPresent' });
});

test('a cold start that waits is warned of, and a variable that is not there', () => {
  const cost = 'e/hello: initContainers init: a cold start waits for each, 1.2 s or more, which minReplicas of 1';
  expect(renderWith(withInit({})).warnings).toEqual([expect.stringContaining(cost)]);
  expect(renderWith({ ...withInit({}), minReplicas: 1 }).warnings).toEqual([]);
  const dangling = 'e/hello: initContainers[1].args[0] refers to $(PORT), which is not set';
  const given = { ...withInit({}, { name: 'b', args: ['$(PORT)'] }), minReplicas: 1 };
  expect(renderWith(given).warnings).toEqual([expect.stringContaining(dangling)]);
});

test('a ConfigMap that only they use is used, and its keys are known', () => {
  const configMaps = { app: { data: { a: '' } } };
  const used = (more: Partial<InitContainer>) => ({ configMaps, minReplicas: 1, ...withInit(more) });
  expect(renderWith(used({ envFromConfigMaps: ['app'] })).warnings).toEqual([]);
  expect(renderWith(used({ volumes: { '/a': Volume.fromConfigMap('app') } })).warnings).toEqual([]);
  expect(() => render(used({ envValueFrom: { A: EnvSource.configMapKey('app', 'b') } }))).toThrow(
    'e/hello: initContainers[0].envValueFrom.A.key "b" is not in the ConfigMap as it is declared; allowed: what it holds',
  );
});

const init = (text: string) => `initContainers: [{name: a, image: "a/b:1"${text && `, ${text}`}}]`;
const sidecar = (text: string) => init(`restartPolicy: Always, ${text}`);
test.each<[string, string]>([
  ['initContainers: [{image: "a/b:1"}]', 'initContainers[0].name is missing; allowed: a-z'],
  ['initContainers: [{name: a}]', 'initContainers[0].image is missing; allowed: an image'],
  ['initContainers: [{name: a, image: a/b}]', 'initContainers[0].image "a/b" is not pinned'],
  [
    'initContainers: [{name: function, image: "a/b:1"}]',
    'initContainers[0].name "function" is that of another container',
  ],
  [
    'initContainers: [{name: a, image: "a/b:1"}, {name: a, image: "a/c:1"}]',
    'initContainers[1].name "a" is that of another container of the pod; allowed: each name once',
  ],
  [init('restartPolicy: Never'), 'initContainers[0].restartPolicy "Never" is invalid; allowed: Always'],
  [init('ports: {a: 1}'), 'initContainers[0].ports is given, and it does not run beside the function; allowed: with'],
  [init('probes: {liveness: {tcp: true, port: 1}}'), 'initContainers[0].probes is given, and it does not run beside'],
  [
    sidecar('probes: {readiness: {http: /a}}'),
    'initContainers[0].probes.readiness has no port; allowed: one with http',
  ],
  [
    sidecar('probes: {startup: {tcp: true, port: 1, successThreshold: 2}}'),
    'initContainers[0].probes.startup.successThreshold 2 is not that of a startup probe; allowed: 1',
  ],
  [sidecar('ports: {http: 1}'), 'initContainers[0].ports.http is taken: it is the port of the requests'],
  [
    sidecar('ports: {a: 8080}'),
    'initContainers[0].ports.a 8080 is another port of the pod; allowed: each name and num',
  ],
  [`ports: {a: {port: 1}}\n${sidecar('ports: {a: 2}')}`, 'initContainers[0].ports.a 2 is another port of the pod'],
  [init('user: 0'), 'initContainers[0].user 0 is invalid; allowed: a whole number from 1'],
  [
    init('securityContext: {privileged: true}'),
    'initContainers[0].securityContext is fixed: the restricted Pod Security',
  ],
  [init('privileged: true'), 'initContainers[0].privileged is fixed: the restricted Pod Security Standard holds'],
  [init('imagePullPolicy: Always'), 'initContainers[0].imagePullPolicy is fixed: IfNotPresent, as the image is pinned'],
  [init('volumes: {/a: {hostPath: /}}'), 'initContainers[0].volumes./a.hostPath is what the restricted Pod Security'],
  [init('memory: 1Gi, memoryLimit: 1Mi'), 'initContainers[0].memory "1Gi" is above memoryLimit; allowed: at most 1Mi'],
  [init('env: {A: $(A)b, B: $(C), C: $(B)}'), 'initContainers[0].env.B "$(C)" refers to itself: B -> C -> B'],
  [init('volumes: {/a: {emptyDir: {}}}, writablePaths: [/a]'), 'initContainers[0].volumes./a is in writablePaths too'],
  [
    init('volumes: {/a: {secret: s}, /a/b: {emptyDir: {}}}'),
    'initContainers[0].volumes./a/b lies in /a, which is read-only',
  ],
  [
    init('volumes: {/a: {shared: /b}}'),
    'initContainers[0].volumes./a.shared "/b" is not a path at which the function has a volume; allowed: none',
  ],
  [
    `volumes: {/c: {emptyDir: {}}}\n${init('volumes: {/a: {shared: /b}}')}`,
    'initContainers[0].volumes./a.shared "/b" is not a path at which the function has a volume; allowed: /c',
  ],
  [
    init('memory: 3Gi'),
    'initContainers[0].memory "3Gi" is above the environment\'s limits.maxMemory; allowed: at most',
  ],
])('%s is refused', (yaml, problem) => {
  expect(functionProblems(FUNCTION + yaml)).toContainEqual(expect.stringContaining(problem));
});

describe('the project', () => {
  const inProject = (project: string, yaml: string) =>
    problems({
      'environments/a.yaml': ENVIRONMENT,
      'functions/p/project.yaml': project,
      'functions/p/f.yaml': `${FUNCTION}${yaml}`,
    });
  const both = (kinds: string[]) =>
    `initContainers: [${kinds.map((kind, index) => `{name: a${index}, image: "a/b:1", memory: 100Mi${kind}}`)}]`;
  const [sidecar, before] = [', restartPolicy: Always', ''];

  test.each<[string[], string, string | undefined]>([
    // 128 Mi of the function beside them
    [[sidecar], '228Mi', undefined],
    [[sidecar], '227Mi', '228Mi'],
    [[before], '128Mi', undefined],
    [[before, before], '128Mi', undefined],
    [[sidecar, before], '228Mi', undefined],
    [[sidecar, sidecar], '327Mi', '328Mi'],
  ])('%j with a quota of %s', (kinds, memory, asked) => {
    const found = () => inProject(`quota: {memory: ${memory}}`, both(kinds));
    if (asked === undefined) expect(found).toThrow('loaded');
    else
      expect(found()).toEqual([
        `functions/p/f.yaml:3: initContainers takes a pod to ${asked}, above the project's quota.memory; allowed: at most ${memory}`,
      ]);
  });

  test('one that alone is larger counts too, and cpu as memory', () => {
    expect(inProject('quota: {cpu: 150m}\nlimits: {maxMemory: 200Mi}', `${init('memory: 201Mi')}`)).toEqual([
      'functions/p/f.yaml:3: initContainers[0].memory "201Mi" is above the project\'s limits.maxMemory; allowed: at most 200Mi',
    ]);
    expect(inProject('quota: {cpu: 150m}', init('restartPolicy: Always'))).toEqual([
      "functions/p/f.yaml:3: initContainers takes a pod to 200m, above the project's quota.cpu; allowed: at most 150m",
    ]);
    expect(inProject('quota: {memory: 128Mi}', init('memory: 129Mi'))).toEqual([
      "functions/p/f.yaml:3: initContainers takes a pod to 129Mi, above the project's quota.memory; allowed: at most 128Mi",
    ]);
  });
});

test('an image without a digest is refused where all need one, and a list is replaced by layers', () => {
  const digest = `@sha256:${'0'.repeat(64)}`;
  const files = {
    'environments/a.yaml': `${ENVIRONMENT}defaults: {initContainers: [{name: under, image: "a/b:1"}]}\n`,
    'functions/p/f.yaml': `${FUNCTION}${init('')}`,
  };
  const { initContainers } = load(files).environments[0].projects[0].functions[0].props;
  expect(initContainers).toEqual([{ name: 'a', image: 'a/b:1' }]);
  const strict = { ...files, 'environments/a.yaml': `${ENVIRONMENT}requireDigests: true\n` };
  expect(
    problems({ ...strict, 'functions/p/f.yaml': `runtime: go\nimage: a/b:1${digest}\n${init('')}` }).at(-1),
  ).toMatch(/^functions\/p\/f.yaml:3: initContainers\[0\].image "a\/b:1" has no digest/);
});
