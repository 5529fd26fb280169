import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Crd, compareCrds } from '../../cli/upgrade/crds';
import { COMPONENTS, type Component, crdsOfFolder, crdsOfRelease, fileOf, formatCrd } from '../../scripts/crds';

const PROJECT = join(__dirname, '../..');
const CRDS = join(PROJECT, 'crds/keda');
const KEDA = COMPONENTS.keda as Component;
const ADD_ON = COMPONENTS['http-add-on'] as Component;
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'upgrade-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const put = (file: string, content: string) => {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), content);
};
const route = () => readFileSync(join(CRDS, 'http.keda.sh_interceptorroutes.yaml'), 'utf8');
/** A release: the pinned CRDs of the add-on as upstream writes them, one field more and one less. */
const release = () =>
  [
    route()
      .replace('metadata:\n', 'metadata:\n  annotations:\n    controller-gen.kubebuilder.io/version: v0.20.0\n')
      .replace(/( +)coldStart:\n/, '$1directRouting:\n$1  description: Sends to the pod.\n$1  type: boolean\n$&'),
    readFileSync(join(CRDS, 'http.keda.sh_httpscaledobjects.yaml'), 'utf8').replace(/ +scaledownPeriod:\n.*\n.*\n/, ''),
  ].join('\n---\n');

describe('npm run upgrade', () => {
  const upgrade = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', 'scripts/upgrade.ts', ...args],
      { cwd: root, encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  };
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const all = () =>
    Object.fromEntries(
      ['crds', 'imports', 'lib', 'dist'].flatMap((folder) =>
        (readdirSync(join(root, folder), { recursive: true }) as string[])
          .filter((file) => /\.(ts|yaml)$/.test(file))
          .map((file) => [join(folder, file), read(join(folder, file))]),
      ),
    );

  beforeEach(() => {
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
      'scripts',
      'dist',
      'docs',
    ])
      cpSync(join(PROJECT, name), join(root, name), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  });

  test('brings version, CRDs, types and output to a release, and says what changes', () => {
    put('release/crds.yaml', release());
    put('docs/page.md', 'Measured with 0.15.0.');
    const before = all();
    const { status, stdout, stderr } = upgrade('--http-add-on', '0.99.1', '--crds', 'release');
    expect([status, stderr]).toEqual([0, '']);
    const after = all();
    expect(
      Object.keys(after)
        .filter((file) => after[file] !== before[file])
        .sort(),
    ).toEqual([
      'crds/keda/http.keda.sh_httpscaledobjects.yaml',
      'crds/keda/http.keda.sh_interceptorroutes.yaml',
      'dist/production/keda/crds.yaml',
      'dist/production/keda/http-add-on.yaml',
      'imports/http.keda.sh.ts',
      'lib/platform/versions.ts',
    ]);
    expect(after['lib/platform/versions.ts']).toContain("HTTP_ADD_ON_VERSION = '0.99.1'");
    expect(after['dist/production/keda/http-add-on.yaml']).toContain(
      'image: ghcr.io/kedacore/http-add-on-interceptor:0.99.1',
    );
    expect(after['imports/http.keda.sh.ts']).toMatch(/readonly directRouting\?: boolean/);
    expect(after['crds/keda/http.keda.sh_interceptorroutes.yaml']).not.toMatch(/description: Sends|annotations/);
    expect(stdout).toContain('HTTP add-on 0.15.0 -> 0.99.1\nCRDs: 2 differences\n');
    expect(stdout).toContain('  + interceptorroutes.http.keda.sh v1beta1.spec.directRouting\n');
    expect(stdout).toContain('  - httpscaledobjects.http.keda.sh v1alpha1.spec.scaledownPeriod\n');
    expect(stdout).toContain('A field or kind is gone');
    expect(stdout).toMatch(/^0\.15\.0 still stands in: .*docs\/page\.md/m);
  }, 60_000);

  test('the releases that are pinned change nothing', () => {
    const before = all();
    const { status, stdout } = upgrade('--keda', '2.21.0', '--http-add-on', '0.15.0', '--crds', 'crds/keda');
    expect(status).toBe(0);
    expect(all()).toEqual(before);
    expect(stdout).toContain('KEDA 2.21.0 -> 2.21.0\nCRDs: no difference\nScalers: those that were; --source <folder');
  }, 60_000);

  test.each([
    [[], 'no version is given; allowed: --keda <version>, --http-add-on <version>'],
    [['--keda', 'v2.21'], '--keda "v2.21" is not a version; allowed: one such as 2.21.0'],
    [['--keda', '2.22.0', '--crds', 'nowhere'], '--crds nowhere: is not a folder'],
    [['--keda', '2.22.0', '--source', 'nowhere'], '--source nowhere: is not a folder'],
    [['--keda', '2.22.0', '--crds', 'docs'], 'docs: no CRD of KEDA (keda.sh, eventing.keda.sh) in its YAML files'],
    [['--nope'], "Unknown option '--nope'"],
  ])('%j is refused, and nothing is written', (args, message) => {
    const before = all();
    const { status, stderr } = upgrade(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: .*\n$/);
    expect(stderr).toContain(message);
    expect(all()).toEqual(before);
  });
});

test('a release is read from where upstream publishes it', async () => {
  const asked: string[] = [];
  const get = (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response(release()));
  };
  const crds = await crdsOfRelease(ADD_ON, '0.15.0', get as typeof fetch);
  expect(crds.map(fileOf)).toEqual(['http.keda.sh_interceptorroutes.yaml', 'http.keda.sh_httpscaledobjects.yaml']);
  await crdsOfRelease(KEDA, '2.21.0', get as typeof fetch);
  expect(asked).toEqual([
    'https://github.com/kedacore/http-add-on/releases/download/v0.15.0/keda-add-ons-http-0.15.0-crds.yaml',
    'https://github.com/kedacore/keda/releases/download/v2.21.0/keda-2.21.0-crds.yaml',
  ]);
});

test('a release that cannot be read is told in one line', async () => {
  const url = 'https://github.com/kedacore/keda/releases/download/v9.9.9/keda-9.9.9-crds.yaml';
  const offline = () =>
    Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND github.com') }));
  await expect(crdsOfRelease(KEDA, '9.9.9', offline as typeof fetch)).rejects.toThrow(
    `${url}: getaddrinfo ENOTFOUND github.com; allowed: a release that exists, or --crds <folder>`,
  );
  const missing = () => Promise.resolve(new Response('', { status: 404 }));
  await expect(crdsOfRelease(KEDA, '9.9.9', missing as typeof fetch)).rejects.toThrow(`${url}: status 404;`);
});

test('the pinned CRDs are as an upgrade writes them', () => {
  const crds = [KEDA, ADD_ON].flatMap((component) => crdsOfFolder(CRDS, component));
  expect(crds.map(fileOf).sort()).toEqual(readdirSync(CRDS).sort());
  for (const crd of crds) expect(formatCrd(crd)).toBe(readFileSync(join(CRDS, fileOf(crd)), 'utf8'));
});

test('every kind of difference has its line', () => {
  const crd = (name: string, properties: object, version = 'v1') =>
    ({
      metadata: { name },
      spec: { group: 'g', versions: [{ name: version, schema: { openAPIV3Schema: { type: 'object', properties } } }] },
    }) as unknown as Crd;
  const list = (type: string) => ({ type: 'array', items: { type: 'object', properties: { deep: { type } } } });
  const before = [
    crd('a', { gone: list('string'), list: list('string'), same: { type: 'string' } }),
    crd('b', {}),
    crd('d', {}),
  ];
  const after = [
    crd('a', { list: list('integer'), more: list('string'), same: { type: 'string' } }),
    crd('c', {}),
    crd('d', {}, 'v2'),
  ];
  expect(compareCrds(before, after)).toEqual([
    '- a v1.gone',
    '~ a v1.list[].deep: {"type":"string"} -> {"type":"integer"}',
    '+ a v1.more',
    '- b',
    '+ c',
    '- d v1',
    '+ d v2',
  ]);
  expect(compareCrds(before, before)).toEqual([]);
});
