import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
  writeFileSync(join(consumer, 'esm.mts'), APP);
  writeFileSync(join(consumer, 'common.cts'), APP);
  run('node_modules/.bin/tsc');
}, 120_000);

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

test('nothing runs on import, and the frameworks are peers', () => {
  expect(run('node', '-e', "require('cdk8s-keda-functions')")).toBe('');
  const packed = join(consumer, 'node_modules/cdk8s-keda-functions');
  expect(readdirSync(packed).sort()).toEqual(['LICENSE', 'README.md', 'build', 'package.json', 'schemas']);
  const { peerDependencies, dependencies } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  expect(Object.keys(peerDependencies)).toEqual(['cdk8s', 'cdk8s-plus-28', 'constructs']);
  expect(Object.keys(dependencies)).toEqual(['ajv', 'yaml']);
});
