import type { Command } from 'commander';
import { hasColours } from '../colours';
import { requireFunction } from '../options';
import { exitWith } from '../stop';
import { visible, visibleLines } from '../visible';
import type { Desired } from './model/desired';
import { declareDoctor, type Options } from './options';
import { progressOn } from './progress';
import { CannotLook, type Cluster } from './read/cluster';
import { connect } from './read/kubernetes';
import { look } from './read/look';
import { readManifests } from './read/manifests';
import { exitCodeOf, reportOf } from './report';
import { toText } from './text';

const CANNOT_LOOK = 2;

/** Adds `doctor`. @param open How a cluster is reached. */
export function addDoctor(program: Command, open: Open = connect): void {
  declareDoctor(program).action(async (options: Options) => exitWith(await doctor(options, open)));
}

type Open = (context?: string) => Promise<Cluster>;

async function doctor(options: Options, open: Open): Promise<number> {
  try {
    return await examine(options, open);
  } catch (error) {
    if (!(error instanceof CannotLook)) throw error;
    for (const line of error.message.split('\n')) console.error(`error: ${visible(line)}`);
    return CANNOT_LOOK;
  }
}

async function examine(options: Options, open: Open): Promise<number> {
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
      options.output === 'json'
        ? visibleLines(JSON.stringify(report, undefined, 2))
        : toText(report, hasColours(process.stdout)),
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
