import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDERS } from '../catalog/folders';
import { RUN_PREFIX } from '../synth/run';
import { problemOfName } from '../values/file-name';
import { OTHER, Snapshot, snapshotOf } from './snapshot';

/** From where to where a run goes. */
export interface Run {
  readonly folder: string;
  readonly outdir: string;
  /** Name of the app. */
  readonly name: string;
}

/** The declarations before they are read; undefined where they hold a link, which may lead to what changes unseen. */
export function inputsOf(folder: string): Snapshot | undefined {
  const folders = FOLDERS.filter((name) => existsSync(join(folder, name)));
  const inputs = snapshotOf(folder, folders, { without: (_, name) => name.startsWith('.'), now: Date.now() });
  return inputs.hasValue(OTHER) ? undefined : inputs;
}

/**
 * What the writer sees of an output folder.
 * @param isLocked Whether this run holds the folder, and so has files of its own in it.
 */
export function outputsOf(outdir: string, isLocked = false): Snapshot {
  if (!existsSync(outdir)) return new Snapshot('');
  return snapshotOf(outdir, [''], {
    without: (path) => isLocked && path.startsWith(RUN_PREFIX),
    closed: (name) => problemOfName(name) !== undefined,
  });
}
