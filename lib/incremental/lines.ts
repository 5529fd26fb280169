// no path holds the first character, and no value begins with the second
const BETWEEN = '\0';
const END = '\0\n';

/** Values by path, as one text: most are held against one of the same text, or asked for a few paths, and not taken apart. */
export class Lines {
  /** @param text All of it, in the order in which it was found. */
  constructor(public readonly text: string) {}

  /** All paths. */
  public get paths(): string[] {
    return [...this.entries.keys()];
  }

  /** The values by path. */
  public get entries(): Map<string, string> {
    return apart(this.text);
  }

  public has(path: string): boolean {
    return this.startOf(path) !== undefined;
  }

  public get(path: string): string | undefined {
    const start = this.startOf(path);
    return start === undefined ? undefined : this.text.slice(start, this.text.indexOf(END, start));
  }

  /** Whether any path has a value that ends so. */
  public hasValue(end: string): boolean {
    return this.text.includes(end + END);
  }

  /** The paths whose value ends so. */
  public pathsWith(end: string): string[] {
    const paths: string[] = [];
    for (let at = this.text.indexOf(end + END); at >= 0; at = this.text.indexOf(end + END, at + 1)) {
      const start = startOfLine(this.text, at);
      paths.push(this.text.slice(start, this.text.indexOf(BETWEEN, start)));
    }
    return paths;
  }

  /** The text with other values for some of its paths. */
  public textWith(values: Iterable<readonly [path: string, value: string]>): string {
    let { text } = this;
    for (const [path, value] of values) {
      const start = new Lines(text).startOf(path)!;
      text = text.slice(0, start) + value + text.slice(text.indexOf(END, start));
    }
    return text;
  }

  private startOf(path: string): number | undefined {
    const key = path + BETWEEN;
    if (this.text.startsWith(key)) return key.length;
    const before = this.text.indexOf(END + key);
    return before < 0 ? undefined : before + END.length + key.length;
  }
}

export function lineOf(path: string, value: string): string {
  return path + BETWEEN + value + END;
}

/** The values by path of what two texts do not begin or end with alike. */
export function apartWhereOther(one: string, other: string): [Map<string, string>, Map<string, string>] {
  const least = Math.min(one.length, other.length);
  let same = 0;
  while (same < least && one.charCodeAt(same) === other.charCodeAt(same)) same++;
  const start = startOfLine(one, same);
  let end = 0;
  while (end < least - start && one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end))
    end++;
  const first = one.indexOf(END, one.length - end);
  const rest = first < 0 ? 0 : one.length - first - END.length;
  return [apart(one.slice(start, one.length - rest)), apart(other.slice(start, other.length - rest))];
}

/** Where the line begins that a place in a text is in. */
function startOfLine(text: string, at: number): number {
  const before = at < END.length ? -1 : text.lastIndexOf(END, at - END.length);
  return before < 0 ? 0 : before + END.length;
}

function apart(text: string): Map<string, string> {
  const lines = text.split(END).slice(0, -1);
  return new Map(lines.map((line) => line.split(BETWEEN) as [string, string]));
}
