// What a synthesis takes beside helm, cdk8s' own and the floor, interleaved in each round. `npm run bench:synth -- --help`
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { machine, writeResults } from '../kit/results';
import { declarationOf, declare, functionOf, objectsModule } from './folder';
import { type Cost, measure } from './measure';
import { report, type Sample } from './report';

const USAGE = `npm run bench:synth -- [options]
  --rounds N      rounds, each with every way once (7)
  --sizes N,N     numbers of functions (1000,5000,10000)
  --cdk8s N       the largest size for cdk8s' own, which takes minutes for more (1000)
  --helm FILE     helm (helm, of the path); without it, or without its chart, that way is left out
  --chart FOLDER  a chart with the same objects (../shared/peers/helm-functions)`;
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    sizes: { type: 'string', default: '1000,5000,10000' },
    cdk8s: { type: 'string', default: '1000' },
    helm: { type: 'string', default: 'helm' },
    chart: { type: 'string', default: join(__dirname, '../../../shared/peers/helm-functions') },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit();
}
const run = (...[command, ...args]: [string, ...string[]]) => {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  return status === 0;
};
const ROOT = join(__dirname, '../..');
const BUILD = join(ROOT, 'build');
const work = mkdtempSync(join(tmpdir(), 'bench-synth-'));
const app = (name: string) => ['node', join(BUILD, 'bench/synth/apps', `${name}.js`)];
const synth = (outdir: string) => ['node', join(BUILD, 'cli/main.js'), 'synth', '--name', 'bench', '--outdir', outdir];

/** Each way once; the library's own three are one story: everything, one function changed, nothing changed. */
function round(number: number, size: number, cell: (way: string, take: () => Cost) => void): void {
  const folder = join(work, String(size));
  // nothing is deleted between: ext4 takes twice as long for new files in the seconds after it
  const out = (name: string) => join(work, `out-${size}-${number}`, name);
  mkdirSync(out('cdk8s'), { recursive: true });
  process.env.XDG_CACHE_HOME = out('cache');
  const library = () => measure(synth(out('library')), folder);
  cell('library', library);
  if (canHelm)
    cell('helm', () =>
      measure([values.helm, 'template', 'x', values.chart, '-f', join(folder, 'values.yaml')], folder),
    );
  if (size <= Number(values.cdk8s)) cell('cdk8s', () => measure([...app('cdk8s'), out('cdk8s')], folder));
  cell('floor', () => measure([...app('floor'), join(work, 'objects.js'), String(size), out('floor')], folder));
  const changed = declarationOf(folder, size - 1, size);
  writeFileSync(changed, `${readFileSync(changed, 'utf8')}port: ${8081 + (Date.now() % 1000)}\n`);
  cell('one changed', library);
  cell('nothing changed', library);
  const [, , image] = functionOf(size - 1, size);
  writeFileSync(changed, `runtime: go\nimage: ${image}\n`);
}

if (!run('npm', 'run', 'build')) process.exit(1);
const apps = ['main.ts', 'bench/synth/apps/*.ts'];
buildSync({ absWorkingDir: ROOT, entryPoints: apps, outbase: ROOT, outdir: BUILD, format: 'cjs', logLevel: 'warning' });
for (const folder of ['environments', 'functions', 'package.json'])
  cpSync(join(ROOT, folder), join(BUILD, folder), { recursive: true });
const canHelm = existsSync(values.chart) && run(values.helm, 'version');
if (!canHelm) console.error(`helm is left out: "${values.helm}" does not run, or there is no chart at ${values.chart}`);
const sizes = values.sizes.split(',').map(Number);
for (const size of [10, ...sizes]) declare(join(work, String(size)), size);
measure(synth(join(work, 'first')), join(work, '10'));
const [, firstProject] = functionOf(0, 10);
const written = readFileSync(join(work, 'first/production/functions', firstProject, 'f0.yaml'), 'utf8');
writeFileSync(join(work, 'objects.js'), objectsModule(written));

const samples: Sample[] = [];
for (let number = 1; number <= Number(values.rounds); number++) {
  for (const size of sizes) {
    round(number, size, (way, take) => {
      samples.push({ way, size, round: number, ...take() });
      console.error(JSON.stringify(samples.at(-1)));
    });
  }
  const once = (way: string, size: number, ...args: string[]) =>
    samples.push({ way, size, round: number, ...measure(['node', ...args], BUILD) });
  once('import of cdk8s-plus', 0, '-e', "require('cdk8s-plus-28')");
  once('import of the library', 0, '-e', "require('./index.js')");
  once('reference app', 4, 'main.js', '--outdir', join(work, `reference-${number}`));
}
writeResults('synth', { samples }, report(samples), machine());
rmSync(work, { recursive: true });
