import { ApiObject, App, Chart, Duration, Size } from 'cdk8s';
import {
  CloudflareTunnel,
  Environment,
  FunctionChart,
  type FunctionChartProps,
  InputError,
  KedaPlatform,
  type PolicyProps,
  Runtime,
  TunnelMode,
  toFiles,
  Volume,
} from '../../lib';
import { load, problems } from '../catalog/folder';

const { mebibytes, gibibytes } = Size;
const DIGEST = `sha256:${'0'.repeat(64)}`;
const ALLOWED = "allowed: name@sha256:<64 hex digits>, by the environment's requireDigests";

function inCode(policy: PolicyProps, props: Partial<FunctionChartProps>): App {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'a.b', ...policy });
  new FunctionChart(environment, 'f', { runtime: Runtime.GO, project: 'p', image: 'a/b:1', ...props });
  return app;
}

const files = (environment: string, fn: string) => ({
  'environments/e.yaml': `domain: a.b\n${environment}`,
  'functions/p/f.yaml': `runtime: go\nimage: a/b:1\n${fn}`,
});

/** A policy and a function that it allows, in code and in YAML. */
const ALLOWED_CASES: [PolicyProps, Partial<FunctionChartProps>, string, string][] = [
  [{ limits: { maxMemory: gibibytes(8) } }, { memory: gibibytes(5) }, 'limits: {maxMemory: 8Gi}', 'memory: 5Gi'],
  [{ limits: { minMemory: mebibytes(8) } }, { memory: mebibytes(8) }, 'limits: {minMemory: 8Mi}', 'memory: 8Mi'],
  [
    { limits: { maxTimeout: Duration.hours(1) } },
    { timeout: Duration.hours(1) },
    'limits: {maxTimeout: 1h}',
    'timeout: 1h',
  ],
];

test.each(ALLOWED_CASES)('allowed: %#', (policy, props, environment, fn) => {
  expect(Object.keys(toFiles(inCode(policy, props)))).toEqual(['e/f.yaml']);
  expect(load(files(environment, fn)).environments).toHaveLength(1);
});

/** The same, with what is wrong. */
const REFUSED_CASES: [PolicyProps, Partial<FunctionChartProps>, string, string, string][] = [
  [
    { limits: { maxMemory: mebibytes(256) } },
    { memoryLimit: mebibytes(257) },
    'limits: {maxMemory: 256Mi}',
    'memoryLimit: 257Mi',
    `memoryLimit "257Mi" is above the environment's limits.maxMemory; allowed: at most 256Mi`,
  ],
  [
    { limits: { minMemory: mebibytes(32) } },
    { memory: mebibytes(31) },
    'limits: {minMemory: 32Mi}',
    'memory: 31Mi',
    `memory "31Mi" is below the environment's limits.minMemory; allowed: at least 32Mi`,
  ],
  [
    { limits: { maxTimeout: Duration.seconds(10) } },
    { timeout: Duration.seconds(11) },
    'limits: {maxTimeout: 10s}',
    'timeout: 11s',
    `timeout "11s" is above the environment's limits.maxTimeout; allowed: at most 10s`,
  ],
];

test.each(REFUSED_CASES)('refused: %#', (policy, props, environment, fn, problem) => {
  expect(() => inCode(policy, props)).toThrow(new InputError(`e/f: ${problem}`));
  expect(problems(files(environment, fn))).toEqual([`functions/p/f.yaml:3: ${problem}`]);
});

test('what a layer says is refused where it stands', () => {
  expect(problems(files('defaults:\n  memory: 3Gi', ''))).toEqual([
    `environments/e.yaml:3: defaults.memory "3Gi" is above the environment's limits.maxMemory; allowed: at most 2Gi`,
  ]);
  // a default is written nowhere
  expect(problems(files('limits: {maxMemory: 64Mi}', ''))).toEqual([
    `functions/p/f.yaml:1: memory "128Mi" is above the environment's limits.maxMemory; allowed: at most 64Mi`,
  ]);
});

test.each([
  ['limits: {minMemory: 1Gi, maxMemory: 1Mi}', 'limits.minMemory "1Gi" is above maxMemory; allowed: at most 1Mi'],
  ['limits: {maxTimeout: 4h}', 'limits.maxTimeout "4h" is out of range; allowed: 1s to 3h'],
])('%s is refused', (environment, problem) => {
  expect(problems(files(environment, ''))).toEqual([`environments/e.yaml:2: ${problem}`]);
});

describe('requireDigests', () => {
  test('is not asked for by default, and an image with a digest is taken', () => {
    expect(() => toFiles(inCode({}, {}))).not.toThrow();
    const app = inCode({ requireDigests: true }, { image: `a/b:1@${DIGEST}` });
    expect(JSON.stringify(toFiles(app))).toContain(DIGEST);
  });

  test('a function', () => {
    const problem = `image "a/b:1" has no digest; ${ALLOWED}`;
    expect(() => inCode({ requireDigests: true }, {})).toThrow(new InputError(`e/f: ${problem}`));
    const found = problems(files('requireDigests: true', ''));
    expect(found[0]).toBe(
      `environments/e.yaml:1: platform.digests.keda "ghcr.io/kedacore/keda:2.21.0" has no digest; ${ALLOWED}`,
    );
    expect(found.filter((line) => line.startsWith('environments/'))).toHaveLength(6);
    expect(found.at(-1)).toBe(`functions/p/f.yaml:2: ${problem}`);
  });

  test('the image of a volume', () => {
    const image = `a/b:1@${DIGEST}`;
    const problem = `volumes./m.image "a/m:1" has no digest; ${ALLOWED}`;
    const volumes = { '/m': Volume.fromImage('a/m:1'), '/n': Volume.fromImage(image) };
    expect(() => inCode({ requireDigests: true }, { image, volumes })).toThrow(new InputError(`e/f: ${problem}`));
    const yaml = {
      ...files('requireDigests: true', ''),
      'functions/p/f.yaml': `runtime: go\nimage: ${image}\nvolumes: {/m: {image: "a/m:1"}}`,
    };
    expect(problems(yaml).at(-1)).toBe(`functions/p/f.yaml:3: ${problem}`);
  });

  test('the platform and cloudflared', () => {
    const app = new App();
    const environment = new Environment(app, 'e', { domain: 'a.b', requireDigests: true });
    new KedaPlatform(environment, 'keda', { images: { digests: { keda: DIGEST } } });
    new CloudflareTunnel(environment, 'tunnel', {
      mode: TunnelMode.local({ tunnelId: 'f70ff985-a4ef-4643-bbbc-4a0ed4fc8415' }),
    });
    const render = () => toFiles(app);
    expect(render).toThrow(
      /^e: image "ghcr.io\/kedacore\/keda-admission-webhooks:2.21.0" of e\/keda\/.* has no digest; /m,
    );
    expect(render).toThrow(/^e: image "cloudflare\/cloudflared:[0-9.]+" of e\/tunnel\/.* has no digest; /m);
    expect(render).not.toThrow(/kedacore\/keda:/);
    const yaml = [
      'requireDigests: true',
      'edge:',
      '  cloudflare:',
      '    local: {tunnelId: f70ff985-a4ef-4643-bbbc-4a0ed4fc8415}',
      '    image: cloudflare/cloudflared:1',
    ].join('\n');
    expect(problems(files(yaml, ''))).toContain(
      `environments/e.yaml:6: edge.cloudflare.image "cloudflare/cloudflared:1" has no digest; ${ALLOWED}`,
    );
  });

  test('what an app adds itself, whatever the kind: containers, init containers and image volumes', () => {
    const app = new App();
    const chart = new Chart(new Environment(app, 'e', { domain: 'a.b', requireDigests: true }), 'own');
    const pod = {
      initContainers: [{ name: 'i', image: 'i:1' }],
      containers: [{ name: 'c', image: `c@${DIGEST}` }],
      volumes: [
        { name: 'v', image: { reference: 'v:1' } },
        { name: 'e', emptyDir: {} },
      ],
    };
    new ApiObject(chart, 'job', {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'j' },
      ...{ spec: { jobTemplate: { spec: { template: { spec: pod } } } } },
    });
    expect(() => toFiles(app)).toThrow(
      new InputError(
        `e: image "i:1" of e/own/job has no digest; ${ALLOWED}`,
        `e: image "v:1" of e/own/job has no digest; ${ALLOWED}`,
      ),
    );
  });
});
