import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors';
import { problemOfName } from '../values/file-name';
import { HEADER_BYTES, type Owner, ownerOf, pathOf } from './owner';
import { foldersOf, topOf } from './paths';
import { RUN_PREFIX } from './run';

/** What an output folder holds, seen by one app. Paths are relative, with slashes. */
export interface Found {
  /** Files of this app. */
  readonly owned: Map<string, Owner>;
  /** Files with the header of version 0.1, which does not say whose they are. */
  readonly unclaimed: string[];
  /** The text of those files that are about to be written and stand there already, and may be replaced. */
  readonly texts: Map<string, string>;
  /** The folders directly below the output folder that hold something besides files of this app. */
  readonly shared: Set<string>;
}

/**
 * Looks through an output folder. Links are not followed; `.git`, `node_modules` and what cannot be read are not searched.
 *
 * @throws InputError when something of someone else stands where one of `files` belongs.
 */
export function look(root: string, app: string, files: ReadonlyMap<string, unknown>): Found {
  const found: Found = { owned: new Map(), unclaimed: [], texts: new Map(), shared: new Set() };
  const folders = new Set([...files.keys()].flatMap(foldersOf));
  const lower = new Map([...files.keys()].map((path) => [path.toLowerCase(), path]));

  const share = (path: string) => found.shared.add(topOf(path));
  const visit = (folder: string) => {
    const entries = list(join(root, folder));
    if (entries.length === 0) share(folder);
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith(RUN_PREFIX)) {
        share(path);
        continue;
      }
      const target = join(root, path);
      if (files.has(path)) {
        const text = entry.isFile() ? readFileSync(target, 'utf8') : undefined;
        found.texts.set(path, requireReplaceable(target, text, app));
        const owner = text === undefined ? undefined : ownerOf(text);
        if (typeof owner === 'object' && pathOf(owner) === path) found.owned.set(path, owner);
      } else if (entry.isDirectory()) {
        if (problemOfName(entry.name) === undefined) visit(path);
        else share(path);
      } else if (folders.has(path)) {
        throw new InputError(`${target}: is not a folder; allowed: a folder, or nothing`);
      } else {
        refuseOtherCase(root, path, lower);
        if (!entry.isFile() || !path.endsWith('.yaml') || !isOwned(target, path)) share(path);
      }
    }
  };
  const isOwned = (target: string, path: string): boolean => {
    const owner = ownerOf(head(target));
    if (owner === 'earlier') found.unclaimed.push(path);
    // a copy says where it was copied from, so it is not where it belongs
    if (typeof owner !== 'object' || owner.app !== app || pathOf(owner) !== path) return false;
    found.owned.set(path, owner);
    return true;
  };
  visit('');
  return found;
}

function requireReplaceable(target: string, text: string | undefined, app: string): string {
  const owner = text === undefined ? undefined : ownerOf(text);
  if (typeof owner === 'object' && owner.app !== app) {
    throw new InputError(
      `${target}: belongs to app "${owner.app}", not to "${app}"; allowed: another --outdir, or that name for this app`,
    );
  }
  // an empty file is what a crash of the machine may leave of one of ours, and holds nothing of anyone
  if (text !== undefined && (owner || text === '')) return text;
  throw new InputError(`${target}: was not written by this tool; allowed: move it away, or choose another --outdir`);
}

/** Where case is ignored, a file of others stands at our path under another spelling. */
function refuseOtherCase(root: string, path: string, lower: Map<string, string>): void {
  const ours = lower.get(path.toLowerCase());
  if (ours === undefined || ours === path || !lstatSync(join(root, ours), { throwIfNoEntry: false })) return;
  const [one, other] = [lstatSync(join(root, ours)), lstatSync(join(root, path))];
  if (one.ino === other.ino && one.dev === other.dev) {
    throw new InputError(`${join(root, path)}: differs from ${ours} in case only; allowed: rename it, or remove it`);
  }
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isUnreadable(error)) return [];
    throw error;
  }
}

function head(file: string): string {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const buffer = Buffer.alloc(HEADER_BYTES);
      return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, HEADER_BYTES, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (isUnreadable(error)) return '';
    throw error;
  }
}

function isUnreadable(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '');
}
