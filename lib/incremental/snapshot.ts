import { lstatSync, readdirSync } from 'node:fs';

/** The stamp of what is neither a file nor a folder, such as a link, and of a folder that is not looked into. */
export const OTHER = 'other';

/** How the stamp of a file ends that may change once more and keep its times, as a file system counts them. */
const YOUNG = ' young';
const YOUNG_MS = 2000;

// no path holds the first character, and no stamp begins with the second
const BETWEEN = '\0';
const END = '\0\n';

/** What folders hold: each file by its path, with a stamp that changes when the file does; each folder, with none. */
export class Snapshot {
  private found?: ReadonlyMap<string, string>;

  /** @param text All of it, in the order in which it was found. */
  constructor(public readonly text: string) {}

  /** The stamps by path, taken apart when they are asked: most snapshots are only held against one of the same text. */
  public get stamps(): ReadonlyMap<string, string> {
    this.found ??= new Map(
      this.text
        .split(END)
        .slice(0, -1)
        .map((line) => line.split(BETWEEN) as [string, string]),
    );
    return this.found;
  }

  /** Whether a later one is of the same files with the same content. */
  public isSame(later: Snapshot): boolean {
    if (later.text.includes(YOUNG + END)) return false;
    if (later.text === this.text) return true;
    const { stamps } = later;
    return stamps.size === this.stamps.size && [...this.stamps].every(([path, stamp]) => stamps.get(path) === stamp);
  }

  /** Whether anything has a stamp. */
  public has(stamp: string): boolean {
    return this.text.includes(BETWEEN + stamp + END);
  }

  /** With the stamps that some of its files have now. */
  public restamped(root: string, paths: readonly string[]): Snapshot {
    const stamps = new Map(this.stamps);
    for (const path of paths) stamps.set(path, stampOf(`${root}/${path}`));
    return new Snapshot([...stamps].map(([path, stamp]) => lineOf(path, stamp)).join(''));
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

/** Whether two stamps of a file are those of one content. */
export function isSameStamp(one: string | undefined, later: string): boolean {
  return one === later && !later.endsWith(YOUNG);
}

function lineOf(path: string, stamp: string): string {
  return path + BETWEEN + stamp + END;
}

/** Size, times and number: what keeps the time of its content through a change does not keep that of its status. */
function stampOf(file: string, now = Number.POSITIVE_INFINITY): string {
  const { size, mtimeMs, ctimeMs, ino } = lstatSync(file);
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}${ctimeMs > now - YOUNG_MS ? YOUNG : ''}`;
}
