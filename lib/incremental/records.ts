// no path and no value holds the first character
const BETWEEN = '\0';
const END = '\0\n';
/** For more questions than these an index is made, which takes as long as some hundred of them. */
const FEW = 50;

/** Values by path, as one text: most runs ask for few of them, or hold all against those of another run. */
export class Records {
  public static of(entries: Iterable<readonly [path: string, value: string]>): Records {
    return new Records(Array.from(entries, ([path, value]) => recordOf(path, value)).join(''));
  }

  private asked = 0;
  private index?: ReadonlyMap<string, string>;

  /** @param text All of it, in the order in which it was found. */
  constructor(public readonly text: string) {}

  public get paths(): string[] {
    return this.records().map(pathOf);
  }

  public has(path: string): boolean {
    return this.get(path) !== undefined;
  }

  public get(path: string): string | undefined {
    if (++this.asked > FEW) {
      this.index ??= new Map(this.entries());
      return this.index.get(path);
    }
    const start = startOf(this.text, path);
    if (start < 0) return undefined;
    const value = start + path.length + BETWEEN.length;
    return this.text.slice(value, this.text.indexOf(END, value));
  }

  /** Whether any value ends so. */
  public hasEnding(end: string): boolean {
    return this.text.includes(end + END);
  }

  /** With other values of paths that it has. */
  public with(values: ReadonlyMap<string, string>): Records {
    if (values.size > FEW) return Records.of(this.entries().map(([path, value]) => [path, values.get(path) ?? value]));
    const text = [...values].reduce((all, [path, value]) => {
      const start = startOf(all, path);
      const end = all.indexOf(END, start + path.length + BETWEEN.length) + END.length;
      return all.slice(0, start) + recordOf(path, value) + all.slice(end);
    }, this.text);
    return new Records(text);
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

  private entries(): [path: string, value: string][] {
    return this.records().map((record) => record.split(BETWEEN) as [string, string]);
  }
}

export function recordOf(path: string, value: string): string {
  return path + BETWEEN + value + END;
}

function pathOf(record: string): string {
  return record.slice(0, record.indexOf(BETWEEN));
}

function startOf(text: string, path: string): number {
  if (text.startsWith(path + BETWEEN)) return 0;
  const before = text.indexOf(END + path + BETWEEN);
  return before < 0 ? -1 : before + END.length;
}
