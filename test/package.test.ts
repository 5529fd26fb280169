import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as cdk8s from 'cdk8s';
import * as constructs from 'constructs';
import * as library from '../index';
import { peerDependencies, version } from '../package.json';
import { asModule, blocks } from './docs/blocks';
import { packed } from './packed';

// The tarball of `npm pack` in a project of its own, which borrows this project's dependencies instead of a registry.
const MAX_PACKAGES = 25;
const MAX_MEGABYTES = 25;
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
let consumer: string;
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, {
    cwd: consumer,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
  });

const APP = `
import { Environment, FunctionsApp, GoFunctionChart, KedaPlatform, NodeFunctionChart, ProjectChart, PythonFunctionChart, RustFunctionChart } from 'cdk8s-keda-functions';

const app = new FunctionsApp({ outdir: process.argv[2] });
const production = new Environment(app, 'production', { domain: 'fn.example.com' });
new KedaPlatform(production, 'keda');
new ProjectChart(production, 'shop', { name: 'shop' });
for (const Chart of [GoFunctionChart, NodeFunctionChart, PythonFunctionChart, RustFunctionChart]) {
  new Chart(production, Chart.name.toLowerCase(), { project: 'shop', image: 'a/b:1' });
}
app.synth();
`;

const SHOWN = blocks('ts');
// the same tree for the other tool
const FOR_ARGOCD = SHOWN.filter(({ page }) => page === 'README.md').map(({ text, ...block }) => ({
  ...block,
  page: `${block.page}, for Argo CD`,
  text: text.replace('flux: { url:', 'argocd: { repoUrl:').replace('gitops/flux', 'gitops/{argocd,argocd-cm}'),
}));
const EXAMPLES = [...SHOWN, ...FOR_ARGOCD].map((block, index) => ({ ...block, file: `example-${index}` }));
const EXPORTED = {
  cdk8s: Object.keys(cdk8s),
  constructs: Object.keys(constructs),
  'cdk8s-keda-functions': Object.keys(library),
};

/** The folder of YAML of which docs/how-to/library.md speaks. */
const DECLARED = {
  'platform/package.json': '{ "name": "declared" }',
  'platform/environments/production.yaml': 'domain: fn.example.com\n',
  'platform/functions/shop/cart.yaml': 'runtime: go\nimage: a/b:1\n',
};
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(consumer, path)), { recursive: true });
  writeFileSync(join(consumer, path), text);
};

beforeAll(() => {
  consumer = packed();
  writeFileSync(
    join(consumer, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { module: 'node16', target: 'es2022', strict: true, types: ['node'] },
      include: ['*.mts', '*.cts'],
    }),
  );
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer' }));
  writeFileSync(join(consumer, 'esm.mts'), APP);
  writeFileSync(join(consumer, 'small.mts'), APP.replace(/^new KedaPlatform.*$/m, '').replace('KedaPlatform, ', ''));
  for (const [path, text] of Object.entries(DECLARED)) put(path, text);
  writeFileSync(join(consumer, 'common.cts'), APP);
  for (const { file, text } of EXAMPLES) writeFileSync(join(consumer, `${file}.mts`), asModule(text, EXPORTED));
  run('node_modules/.bin/tsc');
}, 120_000);

afterAll(() => rmSync(consumer, { recursive: true }));

test('an ES module and a CommonJS module synthesize the same', () => {
  run('node', 'esm.mjs', 'esm');
  run('node', 'common.cjs', 'common');
  const files = (folder: string) =>
    Object.fromEntries(
      (readdirSync(join(consumer, folder), { recursive: true }) as string[])
        .filter((file) => file.endsWith('.yaml'))
        .map((file) => [file, readFileSync(join(consumer, folder, file), 'utf8')]),
    );
  expect(Object.keys(files('esm')).sort()).toEqual([
    'production/gofunctionchart.yaml',
    'production/keda/crds.yaml',
    'production/keda/http-add-on.yaml',
    'production/keda/keda.yaml',
    'production/nodefunctionchart.yaml',
    'production/pythonfunctionchart.yaml',
    'production/rustfunctionchart.yaml',
    'production/shop.yaml',
  ]);
  expect(files('common')).toEqual(files('esm'));
});

test.each(EXAMPLES)('the example of $page:$line is type-checked and runs', ({ file, text }) => {
  rmSync(join(consumer, 'dist'), { recursive: true, force: true });
  run('node', `${file}.mjs`);
  // what a comment says of the files, as a shell reads it
  const said = /app\.synth\(\); \/\/ (\S+)$/m.exec(text)?.[1];
  if (said === undefined) return;
  const written = (readdirSync(join(consumer, 'dist'), { recursive: true }) as string[]).filter((path) =>
    path.endsWith('.yaml'),
  );
  expect(written.map((path) => `dist/${path}`).sort()).toEqual(
    run('bash', '-c', `echo ${said}`).trim().split(' ').sort(),
  );
});

test('the README has an example, for both tools', () => {
  const texts = EXAMPLES.filter(({ page }) => page.startsWith('README.md')).map(({ text }) => text);
  expect(texts).toEqual([expect.stringContaining('{ flux: {'), expect.stringContaining('{ argocd: {')]);
  for (const text of texts) expect(text).toContain('app.synth(); // dist/');
});

test('importing alone prints nothing, reads no data and leaves no handle', () => {
  expect(run('node', '-e', "require('cdk8s-keda-functions')")).toBe('');
  expect(run('node', '--input-type=module', '-e', "await import('cdk8s-keda-functions')")).toBe('');
  const probe = `
    const fs = require('node:fs');
    const reads = [];
    for (const name of ['readFileSync', 'readdirSync', 'openSync', 'readFile', 'readdir', 'open']) {
      const original = fs[name];
      fs[name] = (path, ...rest) => (/crds[.]json|[.]ya?ml$/.test(String(path)) && reads.push(String(path)), original(path, ...rest));
    }
    const { KedaPlatform, Environment, toFiles } = require('cdk8s-keda-functions');
    const onImport = { reads: reads.length, handles: process.getActiveResourcesInfo().filter((name) => !/^(TTY|Pipe)Wrap$/.test(name)) };
    const app = new (require('cdk8s').App)();
    new KedaPlatform(new Environment(app, 'production', { domain: 'fn.example.com' }), 'keda');
    toFiles(app);
    console.log(JSON.stringify({ ...onImport, seesReads: reads.length > 0 }));`;
  expect(JSON.parse(run('node', '-e', probe))).toEqual({ reads: 0, handles: [], seesReads: true });
});

test('importing loads one file of ours, and takes less than importing cdk8s-plus', () => {
  const probe = (first: string, said: string) => {
    const spent = 'const spent = () => { const { user, system } = process.cpuUsage(); return user + system; };';
    const ours = "const before = spent(); require('cdk8s-keda-functions'); const ours = spent() - before;";
    return JSON.parse(run('node', '-e', `${spent} const start = spent(); ${first}; ${ours} console.log(${said})`));
  };
  const files: string[] = probe(
    "require('cdk8s'); const had = Object.keys(require.cache)",
    'JSON.stringify(Object.keys(require.cache).slice(had.length))',
  );
  expect(files.map((file) => file.split('node_modules/').at(-1))).toEqual([
    'cdk8s-keda-functions/build/index.js',
    'fastest-levenshtein/mod.js',
  ]);
  // processor time in one process: a busy machine lengthens both
  const ratios = Array.from(
    { length: 5 },
    () => probe("require('cdk8s-plus-28')", 'ours / (before - start)') as number,
  );
  expect(ratios.sort((a, b) => a - b)[2]).toBeLessThan(0.9);
});

test('what is built renders as the sources do, by the short way and by all passes', () => {
  const dist = join(__dirname, '../dist');
  const files = (readdirSync(dist, { recursive: true }) as string[]).filter((path) => path.endsWith('.yaml'));
  const expected = Object.fromEntries(files.map((path) => [path, readFileSync(join(dist, path), 'utf8')]));
  for (const resolvers of ['', '{ resolve() {} }']) {
    const program = `
      const { Catalog, FunctionsApp, toFiles } = require('cdk8s-keda-functions');
      const app = new FunctionsApp({ resolvers: [${resolvers}] });
      new Catalog(app, { folder: ${JSON.stringify(join(__dirname, '..'))} });
      require('node:fs').writeFileSync('files.json', JSON.stringify(toFiles(app, { name: 'cdk8s-keda-functions' })));`;
    run('node', '-e', program);
    expect(JSON.parse(readFileSync(join(consumer, 'files.json'), 'utf8'))).toEqual(expected);
  }
});

test('the command runs from the package', () => {
  const { bin } = JSON.parse(readFileSync(join(consumer, 'node_modules/cdk8s-keda-functions/package.json'), 'utf8'));
  const command = join('node_modules/cdk8s-keda-functions', bin['cdk8s-keda-functions']);
  expect(run('node', command, 'doctor', '--help')).toMatch(/^Usage: cdk8s-keda-functions doctor/);
  expect(readFileSync(join(consumer, command), 'utf8')).toMatch(/^#!.*node\n/);
});

test('a folder of nothing but YAML needs no code', () => {
  const command = 'node_modules/cdk8s-keda-functions/build/cli/main.js';
  expect(run('node', command, 'synth', '--folder', 'platform', '--outdir', 'platform/dist')).toMatch(/^5 written, /m);
  expect(run('node', command, '--version')).toBe(`${version}\n`);
});

test('cdk8s synth writes our files, to a folder or to standard output, and reads what it validates', () => {
  writeFileSync(
    join(consumer, 'plugin.cjs'),
    `exports.Seen = class { async validate({ manifests, metadata, report }) {
      console.log('seen', manifests.length, metadata['fn-gofunctionchart'].path);
      report.submit('success');
    } };`,
  );
  const synth = (...args: string[]) => run('node_modules/.bin/cdk8s', 'synth', '--app', 'node esm.mjs', ...args);
  expect(
    synth('-o', 'under-cdk8s')
      .split('\n')
      .filter((line) => line.startsWith('  - ')),
  ).toHaveLength(8);
  expect(readFileSync(join(consumer, 'under-cdk8s/production/gofunctionchart.yaml'), 'utf8')).toMatch(
    /^# Generated by /,
  );
  expect(readdirSync(join(consumer, 'under-cdk8s'))).toEqual(['production']);
  // it copies all files at once, which mixes those of more than 64 KiB, such as CRDs
  expect(
    run('node_modules/.bin/cdk8s', 'synth', '--app', 'node small.mjs', '--stdout').match(/^# Generated by /gm),
  ).toHaveLength(5);
  writeFileSync(
    join(consumer, 'cdk8s.yaml'),
    'validations:\n  - package: ./plugin.cjs\n    version: 0.0.0\n    class: Seen\n',
  );
  expect(synth('-o', 'under-cdk8s', '--validate')).toMatch(/^seen 8 production\/gofunctionchart\//m);
});

test('the tarball holds what is needed to run, and the frameworks are peers', () => {
  const installed = join(consumer, 'node_modules/cdk8s-keda-functions');
  const files = (readdirSync(installed, { recursive: true }) as string[]).sort();
  expect(readdirSync(installed).sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'build',
    'docs',
    'package.json',
    'schemas',
  ]);
  expect(readdirSync(join(installed, 'build')).sort()).toEqual(['cli', 'imports', 'index.d.ts', 'index.js', 'lib']);
  expect(files).toContain('build/cli/doctor/role.yaml');
  expect(files.filter((file) => /[.]test[.]|(?<![.]d)[.]ts$/.test(file))).toEqual([]);
  for (const [, link] of readFileSync(join(installed, 'README.md'), 'utf8').matchAll(/\]\((?!https:)([^)#]+)/g))
    expect([link, existsSync(join(installed, link!))]).toEqual([link, true]);
  const { peerDependencies, dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  expect(Object.keys(peerDependencies).sort()).toEqual(['cdk8s', 'cdk8s-plus-28', 'constructs']);
  expect(Object.keys(dependencies)).toEqual(['commander', 'fastest-levenshtein', 'yaml']);
});

test('with all that it needs it is light beside the frameworks', () => {
  const folderOf = (name: string) => join(consumer, 'node_modules', name);
  const isFramework = (name: string) => name in peerDependencies;
  const found = new Set<string>();
  const find = (name: string) => {
    if (found.has(name) || isFramework(name)) return;
    found.add(name);
    const { dependencies = {} } = JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8'));
    for (const each of Object.keys(dependencies)) find(each);
  };
  find('cdk8s-keda-functions');
  const bytes = [...found].flatMap((name) =>
    readdirSync(folderOf(name), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => statSync(join(file.parentPath, file.name)).size),
  );
  expect(found.size).toBeLessThanOrEqual(MAX_PACKAGES);
  expect(sum(bytes) / 1e6).toBeLessThan(MAX_MEGABYTES);
  expect(bytes.length).toBeGreaterThan(100);
});
