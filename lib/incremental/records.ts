// no path and no value holds the first character
const BETWEEN = '\0';
const END = '\0\n';

/** Values by path, as one text: most runs ask for few of them, or hold all against those of another run. */
export class Records {
  public static of(entries: Iterable<readonly [path: string, value: string]>): Records {
    return new Records(Array.from(entries, ([path, value]) => recordOf(path, value)).join(''));
  }

  /** @param text All of it, in the order in which it was found. */
  constructor(public readonly text: string) {}

  public get paths(): string[] {
    return this.records().map(pathOf);
  }

  public has(path: string): boolean {
    return this.startOf(path) >= 0;
  }

  public get(path: string): string | undefined {
    const start = this.startOf(path);
    if (start < 0) return undefined;
    const value = start + path.length + BETWEEN.length;
    return this.text.slice(value, this.text.indexOf(END, value));
  }

  /** Whether any value ends so. */
  public hasEnding(end: string): boolean {
    return this.text.includes(end + END);
  }

  /** With another value of a path. */
  public with(path: string, value: string): Records {
    const start = this.startOf(path);
    const end = this.text.indexOf(END, start + path.length + BETWEEN.length) + END.length;
    return new Records(this.text.slice(0, start) + recordOf(path, value) + this.text.slice(end));
  }

  /**
   * The paths that have another value in later ones, in whatever order; undefined where those have other paths.
   * @param isUncertain Whether how a record ends says that the value may be another one.
   */
  protected differences(later: Records, isUncertain: (record: string) => boolean): string[] | undefined {
    const own = this.records();
    const others = later.records();
    if (others.length !== own.length) return undefined;
    const known = new Set(own);
    const changed = others.filter((record) => !known.has(record) || isUncertain(record)).map(pathOf);
    return changed.every((path) => this.has(path)) ? changed : undefined;
  }

  private records(): string[] {
    return this.text.split(END).slice(0, -1);
  }

  private startOf(path: string): number {
    if (this.text.startsWith(path + BETWEEN)) return 0;
    const before = this.text.indexOf(END + path + BETWEEN);
    return before < 0 ? -1 : before + END.length;
  }
}

export function recordOf(path: string, value: string): string {
  return path + BETWEEN + value + END;
}

function pathOf(record: string): string {
  return record.slice(0, record.indexOf(BETWEEN));
}
