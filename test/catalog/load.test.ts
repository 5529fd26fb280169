import { Duration, Size } from 'cdk8s';
import { Cpu, LogLevel, Runtime, Scaler, Sizing, Visibility } from '../../lib';
import { FILE_KINDS } from '../../lib/catalog/schema';
import { PodSecurity } from '../../lib/function/pod-security';
import { ENVIRONMENT, type Files, FUNCTION, load } from './folder';

/** Each key of a function in YAML, and the prop that it becomes. */
const FUNCTION_CASES: [string, string, object][] = [
  ['runtime', 'runtime: node', { runtime: Runtime.NODE }],
  ['image', 'image: a:1', { image: 'a:1' }],
  ['id', 'id: f-1', { functionId: 'f-1' }],
  ['hosts', 'hosts: [a.example.com, "*.b.example.com"]', { hosts: ['a.example.com', '*.b.example.com'] }],
  ['visibility', 'visibility: internal', { visibility: Visibility.INTERNAL }],
  ['pathPrefixes', 'pathPrefixes: [/a]', { pathPrefixes: ['/a'] }],
  ['scaler', 'scaler: httpScaledObject', { scaler: Scaler.HTTP_SCALED_OBJECT }],
  ['minReplicas', 'minReplicas: 1', { minReplicas: 1 }],
  ['maxReplicas', 'maxReplicas: 3', { maxReplicas: 3 }],
  ['cooldown', 'cooldown: 1h', { cooldown: Duration.hours(1) }],
  ['initialCooldown', 'initialCooldown: 0s', { initialCooldown: Duration.seconds(0) }],
  ['concurrency', 'concurrency: 7', { concurrency: 7 }],
  ['requestRate', 'requestRate: 8', { requestRate: 8 }],
  ['requestRateWindow', 'requestRateWindow: 2m', { requestRateWindow: Duration.minutes(2) }],
  ['requestRateGranularity', 'requestRateGranularity: 1500ms', { requestRateGranularity: Duration.millis(1500) }],
  ['port', 'port: 3000', { port: 3000 }],
  ['handler', 'handler: app.main', { handler: 'app.main' }],
  ['timeout', 'timeout: 45s', { timeout: Duration.seconds(45) }],
  ['readinessTimeout', 'readinessTimeout: 500ms', { readinessTimeout: Duration.millis(500) }],
  ['startupTimeout', 'startupTimeout: 45s', { startupTimeout: Duration.seconds(45) }],
  ['env', 'env: {A: "1", B: yes}', { env: { A: '1', B: 'yes' } }],
  ['envFromSecrets', 'envFromSecrets: [s]', { envFromSecrets: ['s'] }],
  ['cpu', 'cpu: 0.5', { cpu: Cpu.millis(500) }],
  ['cpuLimit', 'cpuLimit: 250m', { cpuLimit: Cpu.millis(250) }],
  ['memory', 'memory: 256Mi', { memory: Size.mebibytes(256) }],
  ['memoryLimit', 'memoryLimit: 1Gi', { memoryLimit: Size.gibibytes(1) }],
  ['healthPath', 'healthPath: /up', { healthPath: '/up' }],
  ['readinessProbe', 'readinessProbe: true', { readinessProbe: true }],
  ['writablePaths', 'writablePaths: [/data]', { writablePaths: ['/data'] }],
];

function propsOf(files: Files) {
  return load({ 'environments/a.yaml': ENVIRONMENT, ...files }).environments[0].projects[0].functions[0].props;
}

function keysOf(schema: unknown): string[] {
  return Object.keys((schema as { properties: object }).properties);
}

describe('function', () => {
  test.each(FUNCTION_CASES)('%s', (key, yaml, props) => {
    const required = FUNCTION.split('\n').filter((line) => !line.startsWith(`${key}:`));
    expect(propsOf({ 'functions/p/hello.yaml': [...required, yaml].join('\n') })).toEqual({
      runtime: Runtime.GO,
      image: 'example.com/hello:1.0.0',
      project: 'p',
      name: 'hello',
      ...props,
    });
  });

  test('the cases above are all keys', () => {
    expect(FUNCTION_CASES.map(([key]) => key)).toEqual(keysOf(FILE_KINDS.function.table.schema));
  });

  test.each([
    ['100m', 100],
    ['1', 1000],
    ['"0.25"', 250],
  ])('cpu %s', (yaml, millicores) => {
    expect(propsOf({ 'functions/p/hello.yaml': `${FUNCTION}cpu: ${yaml}` }).cpu!.millicores).toBe(millicores);
  });

  test('the environment is below the function, its override above', () => {
    const environment = [
      'domain: example.com',
      'defaults: {maxReplicas: 2, minReplicas: 1, concurrency: 5, env: {A: default, B: default, C: default}}',
      'overrides: {p/hello: {image: "b:2", concurrency: 7, env: {C: override}}}',
    ].join('\n');
    const fn = `${FUNCTION}concurrency: 6\nminReplicas: 2\nenv: {B: own, C: own}`;
    expect(propsOf({ 'environments/a.yaml': environment, 'functions/p/hello.yaml': fn })).toMatchObject({
      image: 'b:2',
      maxReplicas: 2,
      minReplicas: 2,
      concurrency: 7,
      env: { A: 'default', B: 'own', C: 'override' },
    });
  });

  test('an override makes valid what alone is not', () => {
    const files = {
      'environments/a.yaml': 'domain: a.com\noverrides: {p/hello: {maxReplicas: 30}}',
      'functions/p/hello.yaml': `${FUNCTION}minReplicas: 20`,
    };
    expect(propsOf(files)).toMatchObject({ minReplicas: 20, maxReplicas: 30 });
  });
});

describe('project', () => {
  const yaml = [
    'quota: {cpu: 2, memory: 4Gi, pods: 9}',
    'limits: {defaultCpu: 50m, defaultMemory: 64Mi, maxMemory: 1Gi}',
    'networkPolicy: false',
    'podSecurity: baseline',
    'createNamespace: true',
    'labels: {example.com/team: a}',
  ].join('\n');

  test('every key', () => {
    const files = { 'environments/a.yaml': ENVIRONMENT, 'functions/p/project.yaml': yaml };
    expect(keysOf(FILE_KINDS.project.table.schema)).toEqual([
      ...['quota', 'limits', 'networkPolicy', 'podSecurity', 'createNamespace', 'labels'],
    ]);
    expect(load(files).environments[0].projects).toEqual([
      {
        name: 'p',
        functions: [],
        props: {
          name: 'p',
          quota: { cpu: Cpu.cores(2), memory: Size.gibibytes(4), pods: 9 },
          limits: { defaultCpu: Cpu.millis(50), defaultMemory: Size.mebibytes(64), maxMemory: Size.gibibytes(1) },
          networkPolicy: false,
          podSecurity: PodSecurity.BASELINE,
          createNamespace: true,
          labels: { 'example.com/team': 'a' },
        },
      },
    ]);
  });

  test('without a file of its own', () => {
    const [project] = load({ 'environments/a.yaml': ENVIRONMENT, 'functions/p/f.yaml': FUNCTION }).environments[0]
      .projects;
    expect(project.props).toEqual({ name: 'p' });
  });
});

describe('environment', () => {
  const component = 'cpu: 1, cpuLimit: 2, memory: 1Gi, memoryLimit: 2Gi, logLevel: debug, extraArgs: [--a=b]';
  const props = {
    resources: {
      cpuRequest: Cpu.cores(1),
      cpuLimit: Cpu.cores(2),
      memoryRequest: Size.gibibytes(1),
      memoryLimit: Size.gibibytes(2),
    },
    logLevel: LogLevel.DEBUG,
    extraArgs: ['--a=b'],
  };
  const digest = `sha256:${'a'.repeat(64)}`;

  test('every key', () => {
    const fixed = ['operator', 'metricsServer', 'webhooks', 'addOnOperator', 'scaler'];
    const yaml = [
      'domain: fn.example.com',
      'kedaNamespace: keda-system',
      'clusterDomain: k8s.corp.test',
      'projects: [p]',
      'platform:',
      '  createNamespace: false',
      '  sizing: seed',
      '  registry: mirror.example.com/keda',
      `  digests: {keda: "${digest}"}`,
      ...fixed.map((name) => `  ${name}: {${component}, replicas: 4}`),
      `  interceptor: {${component}, minReplicas: 3, maxReplicas: 5}`,
    ].join('\n');
    const files = { 'environments/e.yaml': yaml, 'functions/p/f.yaml': FUNCTION, 'functions/q/f.yaml': FUNCTION };
    const [environment] = load(files).environments;
    expect(keysOf(FILE_KINDS.environment.table.schema)).toEqual([
      ...[
        'domain',
        'kedaNamespace',
        'clusterDomain',
        'platform',
        'edge',
        'gitops',
        'monitoring',
        'projects',
        'defaults',
        'overrides',
      ],
    ]);
    expect(environment.name).toBe('e');
    expect(environment.props).toEqual({
      domain: 'fn.example.com',
      kedaNamespace: 'keda-system',
      clusterDomain: 'k8s.corp.test',
    });
    expect(environment.projects.map(({ name }) => name)).toEqual(['p']);
    expect(environment.platform).toEqual({
      createNamespace: false,
      sizing: Sizing.SEED,
      images: { registry: 'mirror.example.com/keda', digests: { keda: digest } },
      ...Object.fromEntries(fixed.map((name) => [name, { ...props, replicas: 4 }])),
      interceptor: { ...props, minReplicas: 3, maxReplicas: 5 },
    });
    expect(environment.platform.sizing).toBe(Sizing.SEED);
  });

  test.each([
    ['', undefined],
    ['platform: {sizing: standard}', undefined],
    ['platform: {scaler: {logLevel: error}}', { logLevel: LogLevel.ERROR }],
    ['platform: {scaler: {memory: 96Mi}}', { resources: { memoryRequest: Size.mebibytes(96) } }],
    [
      'platform: {scaler: {queueTick: 50ms, streamInterval: 1s}}',
      { queueTick: Duration.millis(50), streamInterval: Duration.seconds(1) },
    ],
  ])('platform by default: %s', (yaml, scaler) => {
    const { platform } = load({ 'environments/a.yaml': `${ENVIRONMENT}${yaml}` }).environments[0];
    expect(platform.sizing ?? Sizing.STANDARD).toBe(Sizing.STANDARD);
    expect(platform.scaler).toEqual(scaler);
    expect(platform.images).toBeUndefined();
  });

  test('everything is in order of its name, and each environment runs all projects', () => {
    const catalog = load({
      'environments/b.yaml': ENVIRONMENT,
      'environments/a.yaml': ENVIRONMENT,
      'functions/q/z.yaml': FUNCTION,
      'functions/q/y.yaml': FUNCTION,
      'functions/p/x.yaml': FUNCTION,
    });
    const names = catalog.environments.map((environment) => [
      environment.name,
      ...environment.projects.flatMap((project) => [project.name, ...project.functions.map(({ name }) => name)]),
    ]);
    expect(names).toEqual([
      ['a', 'p', 'x', 'q', 'y', 'z'],
      ['b', 'p', 'x', 'q', 'y', 'z'],
    ]);
  });
});

test('a byte order mark, Windows line ends, dotfiles and other files are no trouble', () => {
  const [project, ...others] = load({
    'environments/a.yaml': `\uFEFF${ENVIRONMENT.replaceAll('\n', '\r\n')}`,
    'environments/README.md': '#',
    'functions/README.md': '#',
    'functions/.git/x.yaml': '[',
    'functions/docs/README.md': '#',
    'functions/p/.hidden.yaml': '[',
    'functions/p/Dockerfile': 'FROM scratch',
    'functions/p/f.yaml': FUNCTION,
  }).environments[0].projects;
  expect(project.functions.map(({ name }) => name)).toEqual(['f']);
  expect(others).toEqual([]);
});
