import { lstatSync, readdirSync } from 'node:fs';
import { apartWhereOther, Lines, lineOf } from './lines';

/** The stamp of what is neither a file nor a folder, such as a link, and of a folder that is not looked into. */
export const OTHER = 'other';

/** How the stamp of a file ends that may change once more and keep its times, as a file system counts them. */
const YOUNG = ' young';
const YOUNG_MS = 2000;

/** What folders hold: each file by its path, with a stamp that changes when the file does; each folder, with none. */
export class Snapshot extends Lines {
  /** Whether a later one is of the same files with the same content. */
  public isSame(later: Snapshot): boolean {
    if (later.hasValue(YOUNG)) return false;
    return this.changed(later)?.length === 0;
  }

  /** The files of a later one that may have other content; undefined where it is not of the same files. */
  public changed(later: Snapshot): string[] | undefined {
    const [before, after] = apartWhereOther(this.text, later.text);
    const paths = [...after.keys()];
    if (before.size !== after.size || !paths.every((path) => before.has(path))) return undefined;
    const others = paths.filter((path) => before.get(path) !== after.get(path));
    // the same stamp says nothing where it is young
    return [...new Set([...others, ...later.pathsWith(YOUNG)])];
  }

  /** With the stamps that some of its files have now. */
  public restamped(root: string, paths: readonly string[]): Snapshot {
    return new Snapshot(this.textWith(paths.map((path) => [path, stampOf(`${root}/${path}`)])));
  }
}

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
  const { without = () => false, closed = () => false, now } = props;
  let text = '';
  const visit = (folder: string) => {
    for (const entry of readdirSync(`${root}/${folder}`, { withFileTypes: true })) {
      const { name } = entry;
      const path = folder === '' ? name : `${folder}/${name}`;
      if (without(path, name)) continue;
      if (entry.isFile()) text += lineOf(path, stampOf(`${root}/${path}`, now));
      else if (entry.isDirectory() && !closed(name)) {
        text += lineOf(`${path}/`, '');
        visit(path);
      } else text += lineOf(path, OTHER);
    }
  };
  for (const folder of folders) visit(folder);
  return new Snapshot(text);
}

/** Size, times and number: what keeps the time of its content through a change does not keep that of its status. */
function stampOf(file: string, now = Number.POSITIVE_INFINITY): string {
  const { size, mtimeMs, ctimeMs, ino } = lstatSync(file);
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}${ctimeMs > now - YOUNG_MS ? YOUNG : ''}`;
}
