import { lstatSync, readdirSync } from 'node:fs';
import { Records, recordOf } from './records';

/** The stamp of what is neither a file nor a folder, such as a link, and of a folder that is not looked into. */
export const OTHER = 'other';

/** How the stamp of a file ends that may change once more and keep its times, as a file system counts them. */
const YOUNG = ' young';
const YOUNG_MS = 2000;

/** What folders hold: each file by its path, with a stamp that changes when the file does; each folder, with none. */
export class Snapshot extends Records {
  /** The paths of files that are otherwise in a later one, or may be, in any order; undefined where it has other paths. */
  public changedIn(later: Snapshot): string[] | undefined {
    if (later.text === this.text && !later.hasEnding(YOUNG)) return [];
    return this.differences(later, (record) => record.endsWith(YOUNG));
  }

  /** Whether a later one is of the same files with the same content. */
  public isSame(later: Snapshot): boolean {
    return this.changedIn(later)?.length === 0;
  }

  /** With the stamps that some of its files have now. */
  public restamped(root: string, paths: readonly string[]): Snapshot {
    return new Snapshot(this.with(new Map(paths.map((path) => [path, stampOf(`${root}/${path}`)]))).text);
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
  const records: string[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(`${root}/${folder}`, { withFileTypes: true })) {
      const { name } = entry;
      const path = folder === '' ? name : `${folder}/${name}`;
      if (without(path, name)) continue;
      if (entry.isFile()) records.push(recordOf(path, stampOf(`${root}/${path}`, now)));
      else if (entry.isDirectory() && !closed(name)) {
        records.push(recordOf(`${path}/`, ''));
        visit(path);
      } else records.push(recordOf(path, OTHER));
    }
  };
  for (const folder of folders) visit(folder);
  return new Snapshot(records.join(''));
}

/** Size, times and number: what keeps the time of its content through a change does not keep that of its status. */
function stampOf(file: string, now = Number.POSITIVE_INFINITY): string {
  const { size, mtimeMs, ctimeMs, ino } = lstatSync(file);
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}${ctimeMs > now - YOUNG_MS ? YOUNG : ''}`;
}
