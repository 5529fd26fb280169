// npm run upgrade -- [--keda VERSION] [--http-add-on VERSION] [--crds FOLDER] [--source FOLDER]: makes this project render
// other releases of KEDA and its HTTP add-on, and says what that changes. docs/how-to/upgrade.md says what comes before
// and after.
import './help.cjs';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Crd, compareCrds } from '../cli/upgrade/crds';
import { COMPONENTS, type Component, crdsOfFolder, crdsOfRelease, fileOf, formatCrd } from './crds';
import { pinnedScalers, type Scalers, scalersOfSource } from './scalers/pinned';
import { differencesText, pinScalers, scalersOfRelease } from './scalers/release';

const ROOT = join(__dirname, '..');
const CRDS = join(ROOT, 'crds/keda');
const VERSIONS = join(ROOT, 'lib/platform/versions.ts');
const VERSION = /^[0-9]+\.[0-9]+\.[0-9]+$/;
const MAX_LINES = 60;

interface Change {
  readonly component: Component;
  readonly from: string;
  readonly to: string;
  readonly before: Crd[];
  readonly after: Crd[];
  readonly scalers?: { readonly before: Scalers; readonly after: Scalers };
}

async function upgrade(): Promise<void> {
  const { crds, source, ...versions } = parseArgs({
    options: {
      keda: { type: 'string' },
      'http-add-on': { type: 'string' },
      crds: { type: 'string' },
      source: { type: 'string' },
    },
  }).values;
  const wanted = Object.entries(versions) as [string, string][];
  if (wanted.length === 0) throw new Error('no version is given; allowed: --keda <version>, --http-add-on <version>');
  for (const [option, version] of wanted) {
    if (!VERSION.test(version))
      throw new Error(`--${option} "${version}" is not a version; allowed: one such as 2.21.0`);
  }
  for (const [option, folder] of Object.entries({ crds, source }))
    if (folder !== undefined && !existsSync(folder)) throw new Error(`--${option} ${folder}: is not a folder`);

  // everything is read before anything is written
  const changes: Change[] = [];
  for (const [option, to] of wanted) {
    const component = COMPONENTS[option] as Component;
    const from = constantOf(component).exec(readFileSync(VERSIONS, 'utf8'))?.[2] ?? '';
    const after = crds === undefined ? await crdsOfRelease(component, to) : crdsOfFolder(crds, component);
    const scalers = option === 'keda' ? await scalersOf(to, crds, source) : undefined;
    changes.push({ component, from, to, before: crdsOfFolder(CRDS, component), after, scalers });
  }
  for (const change of changes) write(change);
  run('scripts/import.mjs');
  const open = run('node_modules/tsx/dist/cli.mjs', 'scripts/triggers.ts');
  console.log(run('node_modules/tsx/dist/cli.mjs', 'main.ts').trimEnd());
  for (const change of changes) report(change);
  if (open !== '') console.log(`\nTo be written by hand:\n${open.trimEnd()}`);
  console.log(
    '\nNext: `npm run schemas && npm run docs`, read `git diff`, run `npm test -- -u`, read what that changes in __snapshots__/, and commit all of it.',
  );
}

/** The scalers of a release, and those before; undefined where only its CRDs are at hand. */
async function scalersOf(version: string, crds?: string, source?: string): Promise<Change['scalers']> {
  if (source === undefined && crds !== undefined) return undefined;
  const after = source === undefined ? await scalersOfRelease(version) : scalersOfSource(source);
  return { before: pinnedScalers(ROOT), after };
}

const constantOf = ({ constant }: Component) => new RegExp(`(export const ${constant} = ')([^']*)(')`);

function write({ component, to, before, after, scalers }: Change): void {
  if (scalers) pinScalers(ROOT, to, scalers.after);
  for (const crd of before) rmSync(join(CRDS, fileOf(crd)));
  for (const crd of after) writeFileSync(join(CRDS, fileOf(crd)), formatCrd(crd));
  writeFileSync(VERSIONS, readFileSync(VERSIONS, 'utf8').replace(constantOf(component), `$1${to}$3`));
}

/** Runs a program of the project; what it says besides its output is shown only when it fails. */
function run(...command: string[]): string {
  try {
    return execFileSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`${command.join(' ')} failed: ${(error as { stderr: string }).stderr.trim()}`);
  }
}

function report({ component, from, to, before, after, scalers }: Change): void {
  console.log(`\n${component.title} ${from} -> ${to}`);
  const lines = compareCrds(before, after);
  console.log(
    `CRDs: ${lines.length === 0 ? 'no difference' : `${lines.length} ${lines.length === 1 ? 'difference' : 'differences'}`}`,
  );
  for (const line of lines.slice(0, MAX_LINES)) console.log(`  ${line}`);
  if (lines.length > MAX_LINES) console.log(`  and ${lines.length - MAX_LINES} more, in \`git diff crds\``);
  if (lines.some((line) => line.startsWith('-'))) {
    console.log('A field or kind is gone: objects that use it lose it. Look through functions/ and the cluster first.');
  }
  reportScalers(component, scalers);
  const mentions =
    from === to ? [] : textFiles().filter((file) => readFileSync(join(ROOT, file), 'utf8').includes(from));
  if (mentions.length > 0) console.log(`${from} still stands in: ${mentions.join(', ')}`);
}

function reportScalers({ title }: Component, scalers: Change['scalers']): void {
  if (title !== COMPONENTS.keda?.title) return;
  if (!scalers) {
    console.log("Scalers: those that were; --source <folder with KEDA's source> brings those of the release");
    return;
  }
  for (const line of differencesText(scalers.before, scalers.after)) console.log(line);
}

/** Texts that a person wrote and that may speak of a version. */
function textFiles(): string[] {
  return [
    'README.md',
    ...['docs', 'test'].flatMap((folder) =>
      (existsSync(join(ROOT, folder)) ? (readdirSync(join(ROOT, folder), { recursive: true }) as string[]) : [])
        .filter((file) => /\.(md|ts)$/.test(file))
        .map((file) => join(folder, file)),
    ),
  ].filter((file) => existsSync(join(ROOT, file)));
}

upgrade().catch((error: Error) => {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
});
