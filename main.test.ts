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
  for (const name of [
    'main.ts',
    'index.ts',
    'cli',
    'lib',
    'imports',
    'crds',
    'environments',
    'functions',
    'tsconfig.json',
  ])
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
  expect(synth().stdout).toMatch(/^0 written, \d+ unchanged, 0 removed$/m);
});

test('a missing folder of functions does not remove every function, unless that is asked for', () => {
  synth();
  const before = output();
  rmSync(join(root, 'functions'), { recursive: true });
  const { status, stderr } = synth();
  expect([status, stderr]).toEqual([
    1,
    'error: dist: 5 of the 14 files of this app would be removed (5 of 5 in production/functions); ' +
      'allowed: --allow-removals or CDK8S_ALLOW_REMOVALS=1 (allowRemovals of synthesize) if they shall go\n',
  ]);
  expect(output()).toEqual(before);
  expect(synth('--allow-removals').stdout).toMatch(/, 5 removed$/m);
});

const LIST = 'production/gitops/argocd.yaml';
const RULES = 'production/monitoring/prometheus.yaml';

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
  // the files that tell of every project and function
  const { [LIST]: _, [RULES]: rules, ...others } = before;
  expect(after).toMatchObject(others);
  expect(after[LIST]).toContain('path: dist/production/functions/shop');
  expect(after[RULES].split('\n')).toEqual(expect.arrayContaining(rules.split('\n')));
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
  expect(synth().stderr).toMatch(
    /^error: dist: 7 of the \d+ files of this app would be removed \(5 of 5 in staging, /m,
  );
  expect(output()).toEqual(after);
  expect(synth('--allow-removals').status).toBe(0);
  expect(output()).toEqual(before);
  expect(existsSync(join(root, 'dist/staging'))).toBe(false);
});

test('an environment whose cluster has KEDA already has all but that', () => {
  put('functions/shop/cart.yaml', BASE);
  put(
    'environments/aks.yaml',
    'domain: aks.example.com\nplatform: false\nkedaNamespace: kube-system\nprojects: [shop]\n',
  );
  expect(synth().status).toBe(0);
  const files = Object.keys(output()).filter((file) => file.startsWith('aks/'));
  expect(files.sort()).toEqual(['aks/functions/shop/cart.yaml', 'aks/functions/shop/project.yaml']);
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

// The catalog's own tests look at every message; here each kind of mistake goes the whole way.
const ENVIRONMENT = 'environments/production.yaml';
const long = 'a'.repeat(61);
const INPUT: [what: string, file: string, line: number, content: string | Buffer, value: string][] = [
  ['unknown key', HELLO, 3, `${BASE}maxReplica: 3\n`, 'maxReplica'],
  ['wrong type', HELLO, 3, `${BASE}maxReplicas: many\n`, '"many"'],
  ['unknown runtime', HELLO, 1, 'runtime: cobol\nimage: a/b:1\n', '"cobol"'],
  ['missing image', HELLO, 1, 'runtime: go\n', 'image'],
  ['latest image', HELLO, 2, 'runtime: go\nimage: a/b:latest\n', '"a/b:latest"'],
  ['untagged image', HELLO, 2, 'runtime: go\nimage: a/b\n', '"a/b"'],
  ['invalid quantity', HELLO, 3, `${BASE}memory: 12 parsecs\n`, '"12 parsecs"'],
  ['request above limit', HELLO, 3, `${BASE}cpu: 1\ncpuLimit: 500m\n`, '500m'],
  ['max below min', HELLO, 4, `${BASE}minReplicas: 3\nmaxReplicas: 2\n`, '2'],
  ['negative cooldown', HELLO, 3, `${BASE}cooldown: -5s\n`, '"-5s"'],
  ['name that is not a DNS label', 'functions/my-project/Big_One.yaml', 1, BASE, '"Big_One"'],
  ['name that is too long', `functions/my-project/${long}.yaml`, 1, BASE, long],
  ['port out of range', HELLO, 3, `${BASE}port: 70000\n`, '70000'],
  ['invalid host', HELLO, 3, `${BASE}hosts: ["a b.example.com"]\n`, '"a b.example.com"'],
  ['duplicate host', 'functions/other/hello.yaml', 1, BASE, 'hello.fn.enclii.dev'],
  ['granularity below a second', HELLO, 3, `${BASE}requestRateGranularity: 500ms\n`, '500ms'],
  ['too many buckets', HELLO, 3, `${BASE}requestRateWindow: 1h\n`, '3600'],
  [
    'two metrics where one is taken',
    HELLO,
    4,
    `${BASE}scaler: httpScaledObject\nconcurrency: 5\nrequestRate: 6\n`,
    '6',
  ],
  ['broken YAML', HELLO, 2, 'runtime: [go\nimage: x\n', 'YAML'],
  ['duplicate key', HELLO, 3, `${BASE}runtime: node\n`, 'runtime'],
  ['empty file', HELLO, 1, '', 'empty'],
  ['file that is not UTF-8', HELLO, 1, Buffer.from([0x72, 0xff, 0xfe]), 'UTF-8'],
  ['unknown key of an environment', ENVIRONMENT, 2, 'domain: a.b\nnope: 1\n', 'nope'],
];

test.each(INPUT)('%s is told in one line, and dist stays as it was', (_, file, line, content, value) => {
  cpSync(join(__dirname, 'dist'), join(root, 'dist'), { recursive: true });
  const before = output();
  put(file, content);
  const { status, stderr } = synth();
  expect(status).toBe(1);
  expect(stderr).toMatch(new RegExp(`^error: ${file}:${line}: .*`, 'm'));
  expect(stderr).toContain(value);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(output()).toEqual(before);
});

test('all problems are told at once, by file and line', () => {
  put(HELLO, 'runtime: go\nport: x\nimage: 3\n');
  put('functions/my-project/process.yaml', 'runtime: go\n');
  const places = synth()
    .stderr.trim()
    .split('\n')
    .map((line) => line.split(': ')[1]);
  expect(places).toEqual([`${HELLO}:2`, `${HELLO}:3`, 'functions/my-project/process.yaml:1']);
});
