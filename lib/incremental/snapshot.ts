import { type Dirent, lstatSync, readdirSync } from 'node:fs';

/** What folders hold: each file by its path, with a stamp that changes when the file does; each folder, with none. */
export type Snapshot = ReadonlyMap<string, string>;

/** The stamp of what is neither a file nor a folder, such as a link, and of a folder that is not looked into. */
export const OTHER = 'other';

/** How the stamp of a file begins that may change once more and keep its times, as a file system counts them. */
const YOUNG = 'young ';
const YOUNG_MS = 2000;

export interface SnapshotProps {
  /** What is left out, at a path. */
  readonly without?: (path: string, name: string) => boolean;
  /** Folders that are not looked into. @default - none */
  readonly closed?: (name: string) => boolean;
  /** When this is, where files are read afterwards: one that changed just before is young. @default - they are not */
  readonly now?: number;
}

/** Looks through folders below a root, and follows no link. */
export function snapshotOf(root: string, folders: readonly string[], props: SnapshotProps = {}): Snapshot {
  const { without = () => false, closed = () => false, now = Number.POSITIVE_INFINITY } = props;
  const found = new Map<string, string>();
  const visit = (folder: string) => {
    for (const entry of readdirSync(`${root}/${folder}`, { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (without(path, entry.name)) continue;
      if (entry.isDirectory() && !closed(entry.name)) {
        found.set(`${path}/`, '');
        visit(path);
      } else found.set(path, stampOf(entry, `${root}/${path}`, now));
    }
  };
  for (const folder of folders) visit(folder);
  return found;
}

/** Whether two stamps of a file are those of one content. */
export function isSameStamp(one: string | undefined, other: string): boolean {
  return one === other && !other.startsWith(YOUNG);
}

/** Whether two folders hold the same. */
export function isSame(one: Snapshot, other: Snapshot): boolean {
  if (one.size !== other.size) return false;
  for (const [path, stamp] of one) if (!isSameStamp(other.get(path), stamp)) return false;
  return true;
}

/** Size, times and number: what keeps the time of its content through a change does not keep that of its status. */
function stampOf(entry: Dirent, file: string, now: number): string {
  if (!entry.isFile()) return OTHER;
  const { size, mtimeMs, ctimeMs, ino } = lstatSync(file);
  return `${ctimeMs > now - YOUNG_MS ? YOUNG : ''}${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
