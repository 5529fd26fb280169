import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../errors';
import { HEADER } from './render';

/** What a write changed, as paths within the output folder. */
export interface WriteResult {
  readonly written: string[];
  readonly unchanged: string[];
  readonly removed: string[];
}

/**
 * Makes the output folder hold these files. New content is staged in a hidden folder within and moved in when all of it
 * is there; when a move fails, what was there is put back. Only files that begin with the writer's header are replaced or
 * removed; unchanged ones are not touched.
 *
 * @throws InputError when a file of someone else stands where one of these belongs; nothing is changed then.
 */
export function writeFiles(outdir: string, files: { [path: string]: string }): WriteResult {
  const root = resolve(outdir);
  const owned = new Set(ownedFiles(root, root));
  const paths = Object.keys(files);
  for (const path of paths) refuseForeign(root, path, owned);
  const unchanged = paths.filter((path) => owned.has(path) && readFileSync(join(root, path), 'utf8') === files[path]);
  const written = paths.filter((path) => !unchanged.includes(path));
  const removed = [...owned].filter((path) => !(path in files)).sort();
  swap(root, Object.fromEntries(written.map((path) => [path, files[path] as string])), removed, owned);
  return { written, unchanged, removed };
}

function ownedFiles(root: string, folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === '.git' || entry.name === 'node_modules' ? [] : ownedFiles(root, path);
    return entry.isFile() && entry.name.endsWith('.yaml') && isOwned(path)
      ? [relative(root, path).split(sep).join('/')]
      : [];
  });
}

function isOwned(path: string): boolean {
  return readFileSync(path, 'utf8').startsWith(`${HEADER}\n`);
}

function refuseForeign(root: string, path: string, owned: Set<string>): void {
  const target = join(root, path);
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const found = join(root, folder);
    if (existsSync(found) && !lstatSync(found).isDirectory()) {
      throw new InputError(`${found}: is no folder; allowed: a folder, or nothing`);
    }
    if (folder === '.') break;
  }
  if (lstatSync(target, { throwIfNoEntry: false }) && !owned.has(path)) {
    throw new InputError(`${target}: was not written by this tool; allowed: move it away, or choose another --outdir`);
  }
}

function swap(root: string, written: { [path: string]: string }, removed: string[], owned: Set<string>): void {
  if (Object.keys(written).length + removed.length === 0) return;
  const undo: (() => void)[] = [];
  const makeFolder = (folder: string) => {
    const made = mkdirSync(folder, { recursive: true });
    if (made) undo.unshift(() => rmSync(made, { recursive: true }));
  };
  makeFolder(root);
  // within the folder: what stands beside a mounted one may be on another file system, to which nothing can be moved
  const staging = mkdtempSync(join(root, '.synth-'));
  try {
    for (const [path, content] of Object.entries(written)) {
      mkdirSync(dirname(join(staging, 'new', path)), { recursive: true });
      writeFileSync(join(staging, 'new', path), content);
    }
    for (const path of [...Object.keys(written).filter((file) => owned.has(file)), ...removed]) {
      move(join(root, path), join(staging, 'old', path));
      undo.unshift(() => move(join(staging, 'old', path), join(root, path)));
    }
    for (const path of Object.keys(written)) {
      makeFolder(dirname(join(root, path)));
      move(join(staging, 'new', path), join(root, path));
      undo.unshift(() => rmSync(join(root, path)));
    }
  } catch (error) {
    // a step that fails too leaves what was staged, the old files among it, where a person finds it
    for (const step of undo) step();
    rmSync(staging, { recursive: true, force: true });
    throw error;
  }
  rmSync(staging, { recursive: true });
  for (const path of removed) removeEmptyFolders(root, dirname(path));
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

function removeEmptyFolders(root: string, folder: string): void {
  if (folder === '.' || !existsSync(join(root, folder)) || readdirSync(join(root, folder)).length > 0) return;
  rmdirSync(join(root, folder));
  removeEmptyFolders(root, dirname(folder));
}
