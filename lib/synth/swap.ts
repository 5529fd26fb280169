import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Change, exchange, foldersToExchange, stage } from './exchange';
import { removeEmptyFolders } from './lock';
import { topOf } from './paths';

/**
 * Carries out a change by way of `staging`, a folder on the same file system. Folders in which several files change are made
 * anew and exchanged; any other file is written beside and renamed over the old one, and what is gone goes last. When a step
 * fails, what was there before is put back.
 */
export function swap(
  root: string,
  change: Change,
  textOf: (path: string) => string,
  staging: string,
  shared: ReadonlySet<string>,
): void {
  const undo: (() => void)[] = [];
  const folders = new Set<string>();
  const makeFolder = (folder: string) => {
    if (folders.has(folder)) return;
    const made = mkdirSync(folder, { recursive: true });
    if (made) undo.push(() => removeEmptyFolders(folder, made));
    folders.add(folder);
  };
  const exchanged = foldersToExchange(change, shared);
  const isSingle = (path: string) => !exchanged.some((folder) => path.startsWith(`${folder}/`));
  const [written, removed] = [change.written.filter(isSingle), change.removed.filter(isSingle)];
  if (exchanged.length > 0) stage(root, exchanged, change, textOf, staging);
  written.forEach((path, index) => {
    writeFileSync(join(staging, `new-${index}`), textOf(path));
  });
  try {
    exchanged.forEach((folder, index) => {
      makeFolder(dirname(join(root, folder)));
      exchange(root, folder, index, staging, undo);
    });
    written.forEach((path, index) => {
      const target = join(root, path);
      const old = join(staging, `old-${index}`);
      makeFolder(dirname(target));
      const replaces = keep(target, old);
      renameSync(join(staging, `new-${index}`), target);
      undo.push(replaces ? () => renameSync(old, target) : () => rmSync(target));
    });
    removed.forEach((path, index) => {
      const gone = join(staging, `gone-${index}`);
      renameSync(join(root, path), gone);
      undo.push(() => renameSync(gone, join(root, path)));
    });
  } catch (error) {
    throw putBack(undo) ? error : unfinished(error);
  }
  for (const folder of new Set(change.removed.map(dirname))) {
    if (folder !== '.') removeEmptyFolders(join(root, folder), join(root, topOf(folder)));
  }
}

/**
 * Gives a file a second name, if it is there. A link keeps its time and number; where a file system has none, a copy keeps
 * its text.
 */
function keep(target: string, old: string): boolean {
  try {
    linkSync(target, old);
  } catch {
    if (!existsSync(target)) return false;
    copyFileSync(target, old);
  }
  return true;
}

/** Takes back what was done, as far as that goes; a file that stays new is made old or new again by the next run. */
function putBack(undo: (() => void)[]): boolean {
  let complete = true;
  for (const step of undo.reverse()) {
    try {
      step();
    } catch {
      complete = false;
    }
  }
  return complete;
}

function unfinished(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(`${message}; not everything could be put back: synthesize again, each file is whole`, {
    cause: error,
  });
}
