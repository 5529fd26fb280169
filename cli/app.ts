import { parseArgs } from 'node:util';
import { App } from 'cdk8s';
import { InputError, type RenderOptions, type WriteResult } from '../lib';
import { oneLine } from '../lib/one-line';
import { synthesizeWith } from '../lib/synth/synthesize';
import { progressOf } from './progress';
import { synth } from './synth/command';

/**
 * The body of a `main.ts`: builds an app, writes it, and says what changed. A failure is one line a problem on standard
 * error and exit code 1; the output folder stays as it was. A warning is one line on standard error and changes neither.
 *
 * Command line: `--outdir <folder>`, default `$CDK8S_OUTDIR`, else `dist`; `--allow-removals`, default
 * `$CDK8S_ALLOW_REMOVALS`, see `WriteOptions`; `--explain <project>/<function>`, which writes nothing and says what holds of
 * a function of the catalog in the working folder.
 */
export function main(build: (app: App) => void, options: RenderOptions = {}): void {
  const progress = progressOf(process.stderr);
  try {
    const args = process.argv.slice(2);
    if (args.some((arg) => /^--explain(=|$)/.test(arg))) {
      process.exitCode = synth(args);
      return;
    }
    const { values } = parseArgs({
      args,
      options: { outdir: { type: 'string' }, 'allow-removals': { type: 'boolean' } },
    });
    const app = new App({ outdir: values.outdir });
    build(app);
    const allowRemovals = values['allow-removals'] ?? removalsAllowed();
    const result = synthesizeWith(progress.update, app, { ...options, allowRemovals });
    progress.clear();
    const { written, unchanged, removed } = result;
    for (const warning of [...result.warnings, ...unclaimedIn(app.outdir, result)])
      console.error(`warning: ${warning}`);
    const lines = [...written, ...removed.map((path) => `${path} (removed)`)].map((line) => `${app.outdir}/${line}`);
    // a single one: a terminal takes its time for each
    console.log(
      [...lines, `${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed`].join('\n'),
    );
  } catch (error) {
    progress.clear();
    for (const line of describe(error)) console.error(`error: ${line}`);
    process.exitCode = 1;
  }
}

/** What `cdk8s synth` says, which hands on variables, but no arguments. */
function removalsAllowed(): boolean {
  const value = process.env.CDK8S_ALLOW_REMOVALS ?? '';
  if (!/^(|0|1|true|false)$/.test(value))
    throw new InputError(`CDK8S_ALLOW_REMOVALS "${value}" is invalid; allowed: 1, true, 0, false`);
  return value === '1' || value === 'true';
}

function unclaimedIn(outdir: string, { unclaimed }: WriteResult): string[] {
  return unclaimed.map(
    (path) => `${outdir}/${path}: an earlier version wrote it, for this app or another; remove it if no app needs it`,
  );
}

function describe(error: unknown): string[] {
  if (error instanceof InputError) return error.message.split('\n');
  // the tree keeps children in an object, where these names are taken before the first child
  const [, id, parent] = /already a Construct with name '(.*)' in (.*)$/.exec(String(error)) ?? [];
  if (id !== undefined && id in Object.prototype) {
    return [`${parent}: id "${id}" is a name that every JavaScript object has; allowed: another id`];
  }
  if (process.env.DEBUG && error instanceof Error) return [error.stack ?? error.message];
  return [`${oneLine(error instanceof Error ? error.message : String(error))} (DEBUG=1 shows where)`];
}
