import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The reference app as a user runs it, on copies of its input.
const HELLO = 'functions/my-project/hello.yaml';
const BASE = 'runtime: go\nimage: a/b:1\n';
const { CDK8S_OUTDIR: _, ...environmentVariables } = process.env;
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'app-'));
  for (const name of ['main.ts', 'lib', 'imports', 'crds', 'environments', 'functions', 'tsconfig.json'])
    cpSync(join(__dirname, name), join(root, name), { recursive: true });
  symlinkSync(join(__dirname, 'node_modules'), join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true }));

const put = (file: string, content: string | Buffer) => {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), content);
};
const synth = (...args: string[]) =>
  spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: environmentVariables,
  });
const output = (folder = join(root, 'dist')) =>
  Object.fromEntries(
    (existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]) : [])
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );

test('dist is what the declarations make, twice over', () => {
  const before = output(join(__dirname, 'dist'));
  expect(synth().status).toBe(0);
  expect(output()).toEqual(before);
  expect(synth().stdout).toContain('0 written, 8 unchanged, 0 removed');
});

test('a function or an environment adds its own files only, and takes them away again', () => {
  synth();
  const before = output();
  put('functions/shop/cart.yaml', BASE);
  put(
    'environments/staging.yaml',
    'domain: staging.example.com\nprojects: [shop]\noverrides: {shop/cart: {image: "a/b:2"}}\ndefaults: {maxReplicas: 3}\n',
  );
  expect(synth().status).toBe(0);
  const after = output();
  expect(after).toMatchObject(before);
  expect(
    Object.keys(after)
      .filter((file) => !(file in before))
      .sort(),
  ).toEqual([
    'production/functions/shop/cart.yaml',
    'production/functions/shop/project.yaml',
    'staging/functions/shop/cart.yaml',
    'staging/functions/shop/project.yaml',
    'staging/keda/crds.yaml',
    'staging/keda/http-add-on.yaml',
    'staging/keda/keda.yaml',
  ]);
  expect(after['staging/functions/shop/cart.yaml']).toMatch(/maxReplicaCount: 3/);
  expect(after['staging/functions/shop/cart.yaml']).toContain('image: a/b:2');
  expect(after['production/functions/shop/cart.yaml']).toContain('image: a/b:1');
  rmSync(join(root, 'functions/shop'), { recursive: true });
  rmSync(join(root, 'environments/staging.yaml'));
  expect(synth().status).toBe(0);
  expect(output()).toEqual(before);
  expect(existsSync(join(root, 'dist/staging'))).toBe(false);
});

test('another repository keeps the files that are not ours', () => {
  put('other/README.md', 'mine');
  put('other/apps/theirs.yaml', 'kind: Theirs\n');
  expect(synth('--outdir', 'other').status).toBe(0);
  expect(readFileSync(join(root, 'other/apps/theirs.yaml'), 'utf8')).toBe('kind: Theirs\n');
  put('other/production/functions/my-project/hello.yaml', 'kind: Theirs\n');
  const { status, stderr } = synth('--outdir', 'other');
  expect([status, stderr]).toEqual([1, expect.stringContaining('was not written by this tool; allowed:')]);
});

const long = 'a'.repeat(61);
const INPUT: [string, string, string | Buffer, string][] = [
  ['unknown key', HELLO, `${BASE}maxReplica: 3\n`, `${HELLO}:3: maxReplica is an unknown key; allowed: runtime, image`],
  [
    'wrong type',
    HELLO,
    `${BASE}maxReplicas: many\n`,
    `${HELLO}:3: maxReplicas "many" is invalid; allowed: a whole number`,
  ],
  [
    'unknown runtime',
    HELLO,
    'runtime: cobol\nimage: a/b:1\n',
    `${HELLO}:1: runtime "cobol" is invalid; allowed: go, rust, node, python`,
  ],
  ['missing image', HELLO, 'runtime: go\n', `${HELLO}:1: image is missing`],
  [
    'latest',
    HELLO,
    'runtime: go\nimage: a/b:latest\n',
    'production/functions/my-project/hello: image "a/b:latest" is not pinned; allowed: name:tag',
  ],
  ['untagged image', HELLO, 'runtime: go\nimage: a/b\n', 'image "a/b" is not pinned; allowed: name:tag'],
  [
    'no image reference',
    HELLO,
    'runtime: go\nimage: "https://a/b:1"\n',
    'image "https://a/b:1" is no image reference; allowed: name:tag',
  ],
  [
    'invalid quantity',
    HELLO,
    `${BASE}memory: 12 parsecs\n`,
    `${HELLO}:3: memory "12 parsecs" is invalid; allowed: a memory size`,
  ],
  ['memory out of range', HELLO, `${BASE}memory: 3Gi\n`, 'memory 3072Mi is out of range; allowed: 16Mi to 2048Mi'],
  [
    'request above limit',
    HELLO,
    `${BASE}cpu: 1\ncpuLimit: 500m\n`,
    'production/functions/my-project/hello: cpu request 1 is above its limit; allowed: at most 500m',
  ],
  [
    'memory above limit',
    HELLO,
    `${BASE}memory: 1Gi\nmemoryLimit: 256Mi\n`,
    'memory request 1024Mi is above its limit; allowed: at most 256Mi',
  ],
  [
    'max below min',
    HELLO,
    `${BASE}minReplicas: 3\nmaxReplicas: 2\n`,
    'maxReplicas 2 is below minReplicas; allowed: at least 3',
  ],
  ['negative cooldown', HELLO, `${BASE}cooldown: -5s\n`, `${HELLO}:3: cooldown "-5s" is invalid; allowed: a duration`],
  [
    'fraction of a second',
    HELLO,
    `${BASE}cooldown: 1500ms\n`,
    'cooldown 1500ms is a fraction of a second; allowed: whole seconds',
  ],
  [
    'no DNS label',
    'functions/my-project/Big_One.yaml',
    BASE,
    'functions/my-project/Big_One.yaml:1: name "Big_One" is no DNS label; allowed: a-z',
  ],
  [
    'too long',
    `functions/my-project/${long}.yaml`,
    BASE,
    `${long}.yaml:1: name "${long}" is no DNS label; allowed: a-z, 0-9 and "-", at most 60 characters`,
  ],
  ['project too long', `functions/${long}/x.yaml`, BASE, `functions/${long}:1: project "${long}" is no DNS label`],
  ['port', HELLO, `${BASE}port: 70000\n`, `${HELLO}:3: port 70000 is invalid; allowed: a whole number from 1 to 65535`],
  ['timeout', HELLO, `${BASE}timeout: 1h\n`, 'timeout 3600 is out of range; allowed: a whole number from 1 to 900'],
  [
    'invalid host',
    HELLO,
    `${BASE}hosts: ["a b.example.com"]\n`,
    'host "a b.example.com" is no host name; allowed: DNS labels',
  ],
  [
    'host with a port',
    HELLO,
    `${BASE}hosts: ["a.example.com:80"]\n`,
    'host "a.example.com:80" is no host name; allowed: DNS labels',
  ],
  [
    'duplicate host',
    'functions/other/hello.yaml',
    BASE,
    'production/functions/other/hello: host "hello.fn.enclii.dev" also leads to production/functions/my-project/hello; allowed:',
  ],
  [
    'granularity',
    HELLO,
    `${BASE}requestRateGranularity: 500ms\n`,
    'requestRateGranularity 500ms stops the scaler; allowed: at least 1s',
  ],
  [
    'buckets',
    HELLO,
    `${BASE}requestRateWindow: 1h\n`,
    'requestRateWindow 3600s has 3600 buckets of 1s; allowed: at most 1000',
  ],
  [
    'window',
    HELLO,
    `${BASE}requestRateWindow: 5s\nrequestRateGranularity: 10s\n`,
    'requestRateWindow 5s is shorter than one bucket; allowed: at least 10s',
  ],
  [
    'two metrics',
    HELLO,
    `${BASE}scaler: httpScaledObject\nconcurrency: 5\nrequestRate: 5\n`,
    'concurrency 5 and requestRate 5 are both set; allowed: one of them',
  ],
  ['relative path', HELLO, `${BASE}pathPrefixes: [api]\n`, 'pathPrefix "api" is no path; allowed:'],
  [
    'relative writable path',
    HELLO,
    `${BASE}writablePaths: [tmp]\n`,
    'writablePath "tmp" is relative; allowed: an absolute path',
  ],
  ['broken YAML', HELLO, 'runtime: [go\nimage: x\n', `${HELLO}:2: is no valid YAML:`],
  ['duplicate key', HELLO, `${BASE}runtime: node\n`, `${HELLO}:3: is no valid YAML: Map keys must be unique`],
  ['empty file', HELLO, '', `${HELLO}:1: is empty; allowed: a map of settings`],
  ['only a comment', HELLO, '# nothing\n', `${HELLO}:1: is empty; allowed: a map of settings`],
  ['not UTF-8', HELLO, Buffer.from([0x72, 0xff, 0xfe]), `${HELLO}:1: is not UTF-8; allowed: text in UTF-8`],
  ['a list', HELLO, '- runtime: go\n', `${HELLO}:1: is no map; allowed: a map of settings`],
  ['two documents', HELLO, `${BASE}---\n${BASE}`, `${HELLO}:1: holds 2 documents; allowed: one`],
  [
    'wrong ending',
    'functions/my-project/x.yml',
    BASE,
    'functions/my-project/x.yml:1: would be overlooked; allowed: the ending .yaml',
  ],
  [
    'unknown project',
    'environments/production.yaml',
    'domain: a.b\nprojects: [nope]\n',
    'environments/production.yaml:1: projects names "nope"; allowed: my-project',
  ],
  [
    'unknown override',
    'environments/production.yaml',
    'domain: a.b\noverrides: {my-project/nope: {image: "a:1"}}\n',
    'environments/production.yaml:1: overrides names "my-project/nope"; allowed:',
  ],
  [
    'invalid domain',
    'environments/production.yaml',
    'domain: "a_b"\n',
    'production: domain "a_b" is no host name; allowed: DNS labels',
  ],
];

test('wrong input is told in one line, without a stack trace, and dist stays as it was', () => {
  expect(synth().status).toBe(0);
  const before = output();
  const original = readFileSync(join(root, HELLO));
  const environment = readFileSync(join(root, 'environments/production.yaml'));
  for (const [what, file, content, message] of INPUT) {
    put(file, content);
    const { status, stderr } = synth();
    expect([what, status, stderr]).toEqual([what, 1, expect.stringContaining(`error: `)]);
    expect([what, stderr]).toEqual([what, expect.stringContaining(message)]);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(output()).toEqual(before);
    if (file.startsWith('functions/other') || !existsSync(join(__dirname, file))) rmSync(join(root, file));
    put(HELLO, original);
    put('environments/production.yaml', environment);
    for (const folder of ['other', long]) rmSync(join(root, 'functions', folder), { recursive: true, force: true });
  }
}, 120_000);

test('all problems are told at once, by file and line', () => {
  put(HELLO, 'runtime: go\nport: x\nimage: 3\n');
  put('functions/my-project/process.yaml', 'runtime: go\n');
  expect(synth().stderr.trim().split('\n')).toEqual([
    expect.stringContaining(`${HELLO}:2: port "x"`),
    expect.stringContaining(`${HELLO}:3: image 3`),
    expect.stringContaining('process.yaml:1: image is missing'),
  ]);
});

test('an input that is not there is told', () => {
  rmSync(join(root, 'environments'), { recursive: true });
  expect(synth()).toMatchObject({ status: 1, stderr: expect.stringContaining('environments:1: is missing') });
});
