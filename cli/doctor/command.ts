import { InputError } from '../../lib/errors';
import { requireFunction } from '../arguments';
import { visible, visibleLines } from '../visible';
import type { Desired } from './model/desired';
import { type Options, parseOptions, USAGE } from './options';
import { progressOn } from './progress';
import { CannotLook, type Cluster } from './read/cluster';
import { connect } from './read/kubernetes';
import { look } from './read/look';
import { readManifests } from './read/manifests';
import { exitCodeOf, reportOf } from './report';
import { toText } from './text';

const CANNOT_LOOK = 2;

/** Runs `doctor` and returns its exit code. */
export async function doctor(args: string[], open: (context?: string) => Promise<Cluster> = connect): Promise<number> {
  try {
    const options = parseOptions(args);
    if (options.help) {
      console.log(USAGE);
      return 0;
    }
    return await examine(options, open);
  } catch (error) {
    if (!(error instanceof InputError || error instanceof CannotLook)) throw error;
    for (const line of error.message.split('\n')) console.error(`error: ${visible(line)}`);
    return CANNOT_LOOK;
  }
}

async function examine(options: Options, open: (context?: string) => Promise<Cluster>): Promise<number> {
  const desired = only(options.function, readManifests(options.dist, options.environment));
  const cluster = await open(options.context);
  const progress = progressOn(process.stderr);
  try {
    const snapshot = await look(cluster, desired, progress.update);
    const report = reportOf({
      snapshot,
      context: cluster.name,
      explicitContext: options.context !== undefined,
      timelines: options.function !== undefined,
    });
    progress.clear();
    console.log(
      options.output === 'json' ? visibleLines(JSON.stringify(report, undefined, 2)) : toText(report, hasColours()),
    );
    return exitCodeOf(report);
  } finally {
    progress.clear();
    cluster.close();
  }
}

function only(name: string | undefined, desired: Desired): Desired {
  if (name === undefined) return desired;
  const names = desired.functions.map(({ subject }) => subject);
  requireFunction(name, names, desired.environment);
  return desired.only(name);
}

function hasColours(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR;
}
