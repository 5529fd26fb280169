import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock';
import { topOf } from './paths';
import type { Progress } from './progress';
import { swap } from './swap';
import { isSame } from './write';

/** What becomes of some files of an output folder, the others of which stay as they are. */
export interface Rewriting {
  readonly files: { readonly [path: string]: string };
  /** All files of the app, these included. */
  readonly all: readonly string[];
  /** All that the folder holds, asked where several files change. */
  readonly found: () => Iterable<string>;
  /** Whether nobody changed the folder, asked when nobody else may. */
  readonly isUntouched: () => boolean;
}

/**
 * Replaces some files of an app as `writeFiles` does, without a look at the others; undefined, and nothing is changed, where
 * the folder is not as it was.
 */
export function rewrite(
  root: string,
  { files, all, found, isUntouched }: Rewriting,
  progress: Progress,
): { written: string[]; unchanged: string[] } | undefined {
  return withLock(root, (staging) => {
    if (!isUntouched()) return undefined;
    const differs = (path: string) =>
      Object.hasOwn(files, path) && !isSame(readFileSync(join(root, path), 'utf8'), files[path]!);
    const written = all.filter(differs);
    const isWritten = new Set(written);
    const unchanged = all.filter((path) => !isWritten.has(path));
    let done = 0;
    const textOf = (path: string) => {
      progress('written', ++done, written.length);
      return files[path]!;
    };
    // no folder is exchanged for one file
    const shared = written.length > 1 ? sharedIn(found(), all) : new Set<string>();
    swap(root, { written, unchanged, removed: [] }, textOf, staging, shared);
    return { written, unchanged };
  });
}

/** The folders directly below an output folder that hold something besides these files and the folders above them. */
function sharedIn(found: Iterable<string>, files: readonly string[]): Set<string> {
  const own = new Set(files);
  for (const path of files)
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) own.add(path.slice(0, end + 1));
  return new Set([...found].filter((path) => !own.has(path)).map(topOf));
}
