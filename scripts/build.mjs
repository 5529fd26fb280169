// npm run build: makes build/, which the package brings. The library is one file and the command line another: what Node
// has to look for, some 400 modules, takes longer than all that is in them.
import './help.cjs';
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, 'build');
const load = createRequire(import.meta.url);
const DATA = ['imports/crds.json', 'cli/doctor/role.yaml', 'lib/triggers/scalers.json'];

/** Data stays beside where its module was, wherever the file is that the module is now part of. */
const besideModule = (file) => ({
  name: 'beside-module',
  setup({ onLoad }) {
    onLoad({ filter: /\/(lib|cli)\/.*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const way = relative(dirname(join(root, file)), dirname(path));
      const folder = `require('node:path').join(__dirname, ${JSON.stringify(way)})`;
      return { contents: text.replace(/\b__dirname\b/g, folder), loader: 'ts' };
    });
  },
});

/** `yaml`, loaded when it is first used: few runs need it. */
const YAML = `
let all;
const loaded = () => (all ??= require('yaml'));
module.exports = { ${Object.keys(load('yaml'))
  .map((name) => `get ${name}() { return loaded().${name}; }`)
  .join(', ')} };`;

/** The kinds of cdk8s-plus, of which most runs need the names alone. Its own classes, 2.7 MB, are loaded to write a manifest in all passes. */
const PLUS = `
let all;
const load = () => {
  try {
    return require('cdk8s-plus-28/lib/imports/k8s.js');
  } catch {
    return require('cdk8s-plus-28').k8s;
  }
};
const kind = (name, apiVersion, kind) => ({
  GVK: { apiVersion, kind },
  manifest: (props) => (all ??= load())[name].manifest(props),
});
class Union {
  constructor(value) { this.value = value; }
  static fromNumber(value) { return new Union(value); }
  static fromString(value) { return new Union(value); }
}
module.exports = { k8s: { IntOrString: Union, Quantity: Union, ${kindsOf(load('cdk8s-plus-28/lib/imports/k8s.js'))} } };`;

function kindsOf(k8s) {
  return Object.entries(k8s)
    .filter(([, { GVK }]) => GVK && !GVK.kind.endsWith('List'))
    .map(([name, { GVK }]) => `${name}: kind(${JSON.stringify([name, GVK.apiVersion, GVK.kind]).slice(1, -1)})`)
    .join(', ');
}

const LAZY = { yaml: YAML, 'cdk8s-plus-28': PLUS };
const lazily = {
  name: 'lazily',
  setup({ onResolve, onLoad }) {
    const filter = /^(yaml|cdk8s-plus-28)/;
    onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'lazy' ? { path, external: true } : { path, namespace: 'lazy' },
    );
    onLoad({ filter, namespace: 'lazy' }, ({ path }) => ({ contents: LAZY[path] }));
  },
};

const options = { platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning', absWorkingDir: root };
rmSync(output, { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
for (const file of ['index.ts', 'cli/main.ts', 'cli/program.ts'])
  await build({
    ...options,
    entryPoints: [file],
    outfile: join(output, file.replace(/ts$/, 'js')),
    bundle: true,
    packages: 'external',
    // a file of its own, so that what Node compiled of it can be kept
    external: ['./program'],
    plugins: [besideModule(file), lazily],
  });
const imports = readdirSync(join(root, 'imports')).filter((file) => file.endsWith('.ts'));
await build({ ...options, entryPoints: imports.map((file) => `imports/${file}`), outdir: join(output, 'imports') });
for (const file of DATA) cpSync(join(root, file), join(output, file));
