// npm run build: makes build/, which the package brings. The library is one file and the command line another: what Node
// has to look for, some 400 modules, takes longer than all that is in them.
import './help.cjs';
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { standIns } from './stand-ins.mjs';

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

/** Where the command line runs nobody else makes constructs: what it needs of cdk8s is part of it, without its `yaml`. */
const BUNDLED = ['cdk8s', 'constructs', 'cdk8s/node_modules/fast-json-patch'];
const bundled = {
  name: 'bundled',
  setup({ onResolve }) {
    onResolve({ filter: /^(cdk8s|constructs|fast-json-patch)$/ }, ({ path, resolveDir }) => ({
      path: createRequire(join(resolveDir, 'x')).resolve(path),
    }));
  },
};

const options = { platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning', absWorkingDir: root };
rmSync(output, { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
const imports = readdirSync(join(root, 'imports')).filter((file) => file.endsWith('.ts'));
await build({ ...options, entryPoints: imports.map((file) => `imports/${file}`), outdir: join(output, 'imports') });
const bundle = (file, ...plugins) =>
  build({
    ...options,
    entryPoints: [file],
    outfile: join(output, file.replace(/ts$/, 'js')),
    bundle: true,
    packages: 'external',
    // a file of its own, so that what Node compiled of it can be kept
    external: ['./program'],
    plugins: [
      besideModule(file),
      standIns(join(output, 'imports'), file.includes('/') ? '../imports' : './imports'),
      ...plugins,
    ],
  });
await bundle('index.ts');
await bundle('cli/main.ts');
await bundle('cli/program.ts', bundled);
for (const file of DATA) cpSync(join(root, file), join(output, file));
const notices = BUNDLED.flatMap((name) => {
  const folder = join(root, 'node_modules', name);
  const texts = readdirSync(folder).filter((file) => /^(LICENSE|NOTICE)/.test(file));
  return [
    `cli/program.js contains ${name.split('/').at(-1)}:`,
    ...texts.map((file) => readFileSync(join(folder, file), 'utf8')),
  ];
});
writeFileSync(join(output, 'cli/NOTICE'), notices.join('\n'));
