import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

const MAX_BYTES = 2 ** 20;
const ALLOWED = 'allowed: a regular file of at most 1 MiB';

/**
 * What keeps a path from being one of the catalog's own, links in it followed; undefined when nothing does. What lies
 * elsewhere, or hidden as `.git` is, must not get into an error: others read those.
 */
export function foreign(root: string, path: string): string | undefined {
  try {
    const place = relative(realpathSync(root), realpathSync(join(root, path)));
    const out = isAbsolute(place) || place.split(sep).some((step) => step.startsWith('.'));
    return out ? 'link leads out of the catalog, or to what is hidden; allowed: a link to a file in it' : undefined;
  } catch (error) {
    return unreadable(error);
  }
}

/** The content of a file of the catalog, or what keeps it from being read. Never reads more than it may. */
export function readOwn(root: string, path: string): Buffer | string {
  const problem = foreign(root, path);
  if (problem) return problem;
  try {
    // before it is opened too: to open a device may do something
    const file = realpathSync(join(root, path));
    const kind = kindOf(statSync(file));
    if (kind) return `file is ${kind}; ${ALLOWED}`;
    return readRegular(openSync(file, constants.O_RDONLY | constants.O_NONBLOCK));
  } catch (error) {
    return unreadable(error);
  }
}

function readRegular(file: number): Buffer | string {
  try {
    const kind = kindOf(fstatSync(file));
    if (kind) return `file is ${kind}; ${ALLOWED}`;
    const buffer = Buffer.allocUnsafe(MAX_BYTES + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = readSync(file, buffer, length, buffer.length - length, null);
    }
    return length > MAX_BYTES ? `file is longer than 1 MiB; ${ALLOWED}` : buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function kindOf(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isFIFO()) return 'a FIFO';
  if (stats.isSocket()) return 'a socket';
  return stats.isDirectory() ? 'a folder' : 'a device';
}

function unreadable(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return `file cannot be read: ${code}`;
}
