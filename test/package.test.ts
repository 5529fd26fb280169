import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as cdk8s from 'cdk8s';
import * as constructs from 'constructs';
import * as library from '../index';
import { asModule, blocks } from './docs/blocks';

// The tarball of `npm pack` in a project of its own, which borrows this project's dependencies instead of a registry.
const root = join(__dirname, '..');
const consumer = mkdtempSync(join(tmpdir(), 'consumer-'));
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: consumer, encoding: 'utf8', stdio: 'pipe' });

const APP = `
import { App } from 'cdk8s';
import { Environment, GoFunctionChart, KedaPlatform, NodeFunctionChart, ProjectChart, PythonFunctionChart, RustFunctionChart, synthesize } from 'cdk8s-keda-functions';

const app = new App({ outdir: process.argv[2] ?? 'dist' });
const production = new Environment(app, 'production', { domain: 'fn.example.com' });
new KedaPlatform(production, 'keda');
new ProjectChart(production, 'shop', { name: 'shop' });
for (const Chart of [GoFunctionChart, NodeFunctionChart, PythonFunctionChart, RustFunctionChart]) {
  new Chart(production, Chart.name.toLowerCase(), { project: 'shop', image: 'a/b:1' });
}
synthesize(app);
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

beforeAll(() => {
  execFileSync('npm', ['pack', '--pack-destination', consumer], { cwd: root, stdio: 'pipe' });
  run('tar', '-xzf', readdirSync(consumer).find((file) => file.endsWith('.tgz')) as string);
  mkdirSync(join(consumer, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    symlinkSync(join(root, 'node_modules', name), join(consumer, 'node_modules', name));
  run('mv', 'package', 'node_modules/cdk8s-keda-functions');
  writeFileSync(
    join(consumer, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { module: 'node16', target: 'es2022', strict: true, types: ['node'] },
      include: ['*.mts', '*.cts'],
    }),
  );
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer' }));
  writeFileSync(join(consumer, 'esm.mts'), APP);
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
  const said = /synthesize\(app\); \/\/ (\S+)$/m.exec(text)?.[1];
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
  for (const text of texts) expect(text).toContain('synthesize(app); // dist/');
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

test('the command runs from the package', () => {
  const { bin } = JSON.parse(readFileSync(join(consumer, 'node_modules/cdk8s-keda-functions/package.json'), 'utf8'));
  const command = join('node_modules/cdk8s-keda-functions', bin['cdk8s-keda-functions']);
  expect(run('node', command, 'doctor', '--help')).toMatch(/^usage: cdk8s-keda-functions doctor/);
  expect(readFileSync(join(consumer, command), 'utf8')).toMatch(/^#!.*node\n/);
});

test('the tarball holds what is needed to run, and the frameworks are peers', () => {
  const packed = join(consumer, 'node_modules/cdk8s-keda-functions');
  const files = (readdirSync(packed, { recursive: true }) as string[]).sort();
  expect(readdirSync(packed).sort()).toEqual(['LICENSE', 'README.md', 'build', 'package.json', 'schemas']);
  expect(readdirSync(join(packed, 'build')).sort()).toEqual(['cli', 'imports', 'index.d.ts', 'index.js', 'lib']);
  expect(files).toContain('build/cli/doctor/role.yaml');
  expect(files.filter((file) => /[.]test[.]|(?<![.]d)[.]ts$/.test(file))).toEqual([]);
  const { peerDependencies, dependencies } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  expect(Object.keys(peerDependencies).sort()).toEqual(['cdk8s', 'cdk8s-plus-28', 'constructs']);
  expect(Object.keys(dependencies)).toEqual(['@kubernetes/client-node', 'fastest-levenshtein', 'yaml']);
});
