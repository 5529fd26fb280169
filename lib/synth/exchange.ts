import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { groupBy } from '../group-by';
import { topOf } from './paths';

const PLAN = 'exchanged.json';

/** What is to become of an output folder. */
export interface Change {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/**
 * The folders that are exchanged as a whole, so that nobody sees one file new and another old: of each folder directly below
 * the output folder in which several files change, the lowest one that holds these. One that is shared stays as it is.
 */
export function foldersToExchange({ written, removed }: Change, shared: ReadonlySet<string>): string[] {
  const within = [...written, ...removed].filter((path) => topOf(path) !== path && !shared.has(topOf(path)));
  return [...groupBy(within, topOf).values()]
    .filter(({ length }) => length > 1)
    .map((paths) => paths.map((path) => dirname(path)).reduce(commonFolder));
}

/** Makes the folders anew in `staging`: what is written as new files, what stays by a second name of the old one. */
export function stage(
  root: string,
  folders: readonly string[],
  change: Change,
  textOf: (path: string) => string,
  staging: string,
) {
  const made = new Map<string, string | undefined>();
  // made, if it is in one of those that are exchanged
  const folderOf = (path: string): string | undefined => {
    const index = folders.findIndex((folder) => `${path}/`.startsWith(`${folder}/`));
    const target = index < 0 ? undefined : join(staging, `tree-${index}`, path.slice(folders[index]!.length));
    if (target !== undefined) mkdirSync(target, { recursive: true });
    return target;
  };
  const place = (path: string): string | undefined => {
    const end = path.lastIndexOf('/');
    const above = path.slice(0, Math.max(end, 0));
    if (!made.has(above)) made.set(above, folderOf(above));
    const folder = made.get(above);
    return folder && `${folder}/${path.slice(end + 1)}`;
  };
  for (const path of change.written) {
    const target = place(path);
    if (target !== undefined) writeFileSync(target, textOf(path));
  }
  for (const path of change.unchanged) {
    const target = place(path);
    if (target !== undefined) linkSync(join(root, path), target);
  }
  writeFileSync(join(staging, PLAN), JSON.stringify(folders));
}

/** Puts a staged folder where it belongs. Between the two steps nothing stands there; `restore` mends what dies then. */
export function exchange(root: string, folder: string, index: number, staging: string, undo: (() => void)[]): void {
  const [target, old, fresh] = [
    join(root, folder),
    join(staging, `gone-tree-${index}`),
    join(staging, `tree-${index}`),
  ];
  if (existsSync(target)) {
    renameSync(target, old);
    undo.push(() => renameSync(old, target));
  }
  if (!existsSync(fresh)) return;
  renameSync(fresh, target);
  undo.push(() => renameSync(target, fresh));
}

/** Puts back the folder that a run had taken away, and nothing in its place, when it died. */
export function restore(root: string, staging: string): void {
  const plan = join(staging, PLAN);
  if (!existsSync(plan)) return;
  for (const [index, folder] of (JSON.parse(readFileSync(plan, 'utf8')) as string[]).entries()) {
    const old = join(staging, `gone-tree-${index}`);
    if (existsSync(old) && !existsSync(join(root, folder))) renameSync(old, join(root, folder));
  }
}

function commonFolder(a: string, b: string): string {
  const [left, right] = [a.split('/'), b.split('/')];
  const end = left.findIndex((step, index) => step !== right[index]);
  return left.slice(0, end < 0 ? left.length : end).join('/');
}
