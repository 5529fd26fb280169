import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { FileFault } from './file-fault';

const MAX_BYTES = 2 ** 20;
const ALLOWED = 'a regular file of at most 1 MiB';
// not a terminal of the process, and nothing that makes it wait
const READ = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;
const CONTENT = Buffer.allocUnsafeSlow(MAX_BYTES + 1);

/**
 * What keeps a path from being one of the catalog's own, links in it followed; undefined when nothing does. What lies
 * elsewhere, or hidden as `.git` is, must not get into an error: others read those.
 */
export function foreign(root: string, path: string): FileFault | undefined {
  try {
    return outside(root, realpathSync.native(join(root, path)));
  } catch (error) {
    return unreadable(error);
  }
}

/**
 * The content of a file of the catalog until the next one is read, or what keeps it from being read. Never reads more than
 * it may. That its folder is not foreign is known.
 */
export function readOwn(root: string, path: string): Buffer | FileFault {
  try {
    const file = join(root, path);
    const stats = lstatSync(file);
    // before it is opened too: to open a device may do something
    if (!stats.isSymbolicLink()) return problemOf(stats) ?? readRegular(openSync(file, READ | constants.O_NOFOLLOW));
    const target = realpathSync.native(file);
    return outside(root, target) ?? problemOf(statSync(target)) ?? readRegular(openSync(target, READ));
  } catch (error) {
    return unreadable(error);
  }
}

function outside(root: string, file: string): FileFault | undefined {
  const place = relative(realpathSync.native(root), file);
  const out = isAbsolute(place) || place.split(sep).some((step) => step.startsWith('.'));
  return out
    ? { reason: 'link leads out of the catalog, or to what is hidden', allowed: 'a link to a file in it' }
    : undefined;
}

function readRegular(file: number): Buffer | FileFault {
  try {
    const stats = fstatSync(file);
    const problem = problemOf(stats);
    if (problem) return problem;
    let length = 0;
    for (let read = -1; read !== 0 && length < CONTENT.length && length !== (stats.size || -1); length += read) {
      read = readSync(file, CONTENT, length, CONTENT.length - length, null);
    }
    return length > MAX_BYTES ? { reason: 'file is longer than 1 MiB', allowed: ALLOWED } : CONTENT.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function problemOf(stats: Stats): FileFault | undefined {
  const kind = kindOf(stats);
  return kind === undefined ? undefined : { reason: `file is ${kind}`, allowed: ALLOWED };
}

function kindOf(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isFIFO()) return 'a FIFO';
  if (stats.isSocket()) return 'a socket';
  return stats.isDirectory() ? 'a folder' : 'a device';
}

function unreadable(error: unknown): FileFault {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return { reason: `file cannot be read: ${code}` };
}
