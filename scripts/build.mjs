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

/** What is loaded when it is first used: few runs need yaml, and of cdk8s-plus only one file, for an object. */
const LAZY = {
  yaml: { names: Object.keys(createRequire(import.meta.url)('yaml')), load: "require('yaml')" },
  'cdk8s-plus-28': { names: ['k8s'], load: '{ k8s: plusObjects() }' },
};
const PLUS = `
function plusObjects() {
  try {
    return require('cdk8s-plus-28/lib/imports/k8s.js');
  } catch {
    return require('cdk8s-plus-28').k8s;
  }
}`;
const lazily = {
  name: 'lazily',
  setup({ onResolve, onLoad }) {
    const filter = /^(yaml|cdk8s-plus-28)/;
    onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'lazy' ? { path, external: true } : { path, namespace: 'lazy' },
    );
    onLoad({ filter, namespace: 'lazy' }, ({ path }) => {
      const { names, load } = LAZY[path];
      const getters = names.map((name) => `get ${name}() { return loaded().${name}; }`);
      const contents = `let all;\nconst loaded = () => (all ??= ${load});${PLUS}\nmodule.exports = { ${getters.join(', ')} };`;
      return { contents };
    });
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
