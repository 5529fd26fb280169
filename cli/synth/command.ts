import { resolve } from 'node:path';
import type { Command } from 'commander';
import { removalsAllowed } from '../../lib/app/arguments';
import { progressOf } from '../../lib/app/progress';
import { report } from '../../lib/app/report';
import { linesOf } from '../../lib/app/uncaught';
import type { Run } from '../../lib/incremental/folders';
import { synthesizeFolder } from '../../lib/incremental/synthesize-folder';
import { appName } from '../../lib/synth/app-name';
import { FOLDER } from '../options';
import { exitWith } from '../stop';
import { visible } from '../visible';

interface Options {
  readonly folder: string;
  readonly outdir?: string;
  readonly name?: string;
  readonly allowRemovals?: boolean;
  readonly cache: boolean;
}

const MORE = `
A repository that has an app in code runs that instead: it also writes what the
code adds.

Exit code: 0 written; 1 a declaration is not right, or the output cannot be
written: nothing is changed; 2 an argument is wrong.

  cdk8s-keda-functions synth
  cdk8s-keda-functions synth --outdir ../argo-repo/platform`;

export function addSynth(program: Command): void {
  program
    .command('synth')
    .summary('writes the manifests of what YAML declares')
    .description('Writes the manifests of what environments/ and functions/ declare; files of others stay as they are.')
    .option(...FOLDER)
    .option('--outdir <folder>', 'folder that is written (default: $CDK8S_OUTDIR, else dist)')
    .option('--name <name>', 'name of the app, which stands in each file (default: the name in package.json)')
    .option('--no-cache', 'renders all, and keeps nothing for the next run (without: ~/.cache)')
    .option('--allow-removals', 'many files may go at once (default: $CDK8S_ALLOW_REMOVALS)')
    .addHelpText('after', MORE)
    .action((options: Options) => exitWith(synth(options)));
}

function synth({ folder, allowRemovals, cache, ...options }: Options): number {
  try {
    const name = appName(options.name, [resolve(folder)]);
    const outdir = options.outdir ?? process.env.CDK8S_OUTDIR ?? 'dist';
    // what validation plugins of cdk8s read is made of a whole tree
    if (cache && process.env.CDK8S_RECORD_CONSTRUCT_METADATA !== 'true') {
      synthRemembering({ folder, outdir, name }, allowRemovals ?? removalsAllowed());
    } else {
      const { Catalog } = require('../../lib/app/catalog') as typeof import('../../lib/app/catalog');
      const { FunctionsApp } = require('../../lib/app/functions-app') as typeof import('../../lib/app/functions-app');
      const app = new FunctionsApp({ name, outdir, allowRemovals });
      new Catalog(app, { folder });
      app.synth();
    }
    return 0;
  } catch (error) {
    for (const line of linesOf(error)) console.error(`error: ${visible(line)}`);
    return 1;
  }
}

function synthRemembering(run: Run, allowRemovals: boolean): void {
  const progress = progressOf(process.stderr);
  try {
    const result = synthesizeFolder(run, allowRemovals, progress.update);
    progress.clear();
    report(run.outdir, result);
  } finally {
    progress.clear();
  }
}
