import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { compareText } from '../compare';
import { InputError } from '../errors';
import { appName } from './app-name';
import { withLock } from './lock';
import { type Found, look } from './look';
import { type Owner, ownerOf, pathOf } from './owner';
import { checkPath, checkTogether } from './paths';
import type { Progress } from './progress';
import { refuseManyRemovals } from './removals';
import { swap } from './swap';

/** What a write changed, as paths within the output folder. */
export interface WriteResult {
  readonly written: string[];
  readonly unchanged: string[];
  readonly removed: string[];
  /** Files that an earlier version of this tool wrote, which may be another app's. They stay as they are. */
  readonly unclaimed: string[];
}

/** Whose output is written, and how much of it may go. */
export interface WriteOptions {
  /**
   * Name of the app. It stands in each file that the app writes, and only those are replaced and removed.
   * @default - the `name` of the nearest package.json above the program
   */
  readonly name?: string;

  /**
   * Whether the output may lose the last file, or more than half of the files, of the whole, of an environment or of a
   * folder directly below one.
   * @default false
   */
  readonly allowRemovals?: boolean;
}

/**
 * Makes the output folder hold these files, which `toFiles` rendered for the same app. Files of others stay; unchanged ones,
 * also those that differ in line ends only, are not touched. Each file is old or new at any moment, one run writes at a
 * time, and when a step fails, what was there is put back.
 *
 * @throws InputError when a file of someone else stands where one of these belongs, when more would be removed than
 * `allowRemovals` lets, or when another run does not end; nothing is changed then.
 */
export function writeFiles(outdir: string, files: { [path: string]: string }, options: WriteOptions = {}): WriteResult {
  return write(outdir, files, options, () => {});
}

/** As `writeFiles`, and says how far it is. */
export function write(
  outdir: string,
  files: { [path: string]: string },
  options: WriteOptions,
  progress: Progress,
): WriteResult {
  const app = appName(options.name);
  const texts = new Map(Object.entries(files));
  const owners = [...texts].map(([path, text]) => requireHeader(app, path, text));
  checkTogether(texts.keys());
  const root = rootOf(outdir);
  const plan = (found = look(root, app, texts)) => {
    if (!options.allowRemovals) refuseManyRemovals(outdir, found.owned.values(), owners);
    return planOf(found, texts);
  };
  if (texts.size === 0 && !existsSync(root)) return plan();
  try {
    return withLock(root, (staging) => {
      const found = look(root, app, texts);
      const result = plan(found);
      let done = 0;
      const textOf = (path: string) => {
        progress('written', ++done, result.written.length);
        return texts.get(path)!;
      };
      swap(root, result, textOf, staging, found.shared);
      return result;
    });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    // a folder that cannot be written may still be looked at, as a check does that it is fresh
    if (error.syscall === 'mkdir' && existsSync(root) && isFresh(plan())) return plan();
    throw new InputError(`${outdir}: cannot be written (${error.message}); allowed: a folder that this user may write`);
  }
}

function planOf(found: Found, texts: Map<string, string>): WriteResult {
  const written: string[] = [];
  const unchanged: string[] = [];
  for (const [path, text] of texts) (isSame(found.texts.get(path), text) ? unchanged : written).push(path);
  const removed = [...found.owned.keys()].filter((path) => !texts.has(path)).sort(compareText);
  return { written, unchanged, removed, unclaimed: found.unclaimed.sort(compareText) };
}

/** Git may write other line ends into a work tree than it keeps. */
export function isSame(found: string | undefined, text: string): boolean {
  return found === text || (found?.includes('\r\n') === true && found.replaceAll('\r\n', '\n') === text);
}

function isFresh({ written, removed }: WriteResult): boolean {
  return written.length + removed.length === 0;
}

function requireHeader(app: string, path: string, text: string): Owner {
  checkPath(path);
  const owner = ownerOf(text);
  if (typeof owner === 'object' && owner.app === app && pathOf(owner) === path) return owner;
  throw new InputError(
    `${path}: does not begin with the header of this file and of app "${app}"; allowed: what toFiles renders for it`,
  );
}

function rootOf(outdir: string): string {
  const refuse = (problem: string): never => {
    throw new InputError(
      `output folder ${JSON.stringify(outdir)} ${problem}; allowed: a folder of its own (--outdir, CDK8S_OUTDIR, outdir of App)`,
    );
  };
  if (outdir.trim() === '') refuse('is empty');
  if (outdir.includes('\0')) refuse('holds a NUL');
  const root = resolve(outdir);
  if (!existsSync(root)) return isLink(root) ? refuse('is a link to nothing') : root;
  if (!statSync(root).isDirectory()) refuse('is not a folder');
  const real = realpathSync(root);
  if (dirname(real) === real) refuse('is the root of the file system');
  if (existsSync(homedir()) && real === realpathSync(homedir())) refuse('is the home folder');
  return root;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof (error as NodeJS.ErrnoException | undefined)?.syscall === 'string';
}
