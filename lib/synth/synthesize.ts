import { parseArgs } from 'node:util';
import { App } from 'cdk8s';
import { InputError } from '../errors';
import { oneLine } from '../one-line';
import { warningsOf } from '../warnings';
import { toFiles } from './render';
import { type WriteResult, writeFiles } from './write';

/** Renders an app and writes it to its output folder (`dist`, or what `CDK8S_OUTDIR` or `AppProps.outdir` says). */
export function synthesize(app: App): WriteResult {
  return writeFiles(app.outdir, toFiles(app));
}

/**
 * The body of a `main.ts`: builds an app, writes it, and says what changed. A failure is one line a problem on standard
 * error and exit code 1; the output folder stays as it was. A warning is one line on standard error and changes neither.
 *
 * Command line: `--outdir <folder>`, default `$CDK8S_OUTDIR`, else `dist`.
 */
export function main(build: (app: App) => void): void {
  try {
    const { values } = parseArgs({ args: process.argv.slice(2), options: { outdir: { type: 'string' } } });
    const app = new App({ outdir: values.outdir });
    build(app);
    const { written, unchanged, removed } = synthesize(app);
    for (const warning of warningsOf(app)) console.error(`warning: ${warning}`);
    for (const path of written) console.log(`${app.outdir}/${path}`);
    for (const path of removed) console.log(`${app.outdir}/${path} (removed)`);
    console.log(`${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed`);
  } catch (error) {
    for (const line of describe(error)) console.error(`error: ${line}`);
    process.exitCode = 1;
  }
}

function describe(error: unknown): string[] {
  if (error instanceof InputError) return error.message.split('\n');
  if (process.env.DEBUG && error instanceof Error) return [error.stack ?? error.message];
  return [`${oneLine(error instanceof Error ? error.message : String(error))} (DEBUG=1 shows where)`];
}
