// no path holds the first character, and no value begins with the second
const BETWEEN = '\0';
const END = '\0\n';

/** Values by path, as one text, which is taken apart when a path is asked: most are only held against one of the same text. */
export class Lines {
  private found?: Map<string, string>;

  /** @param text All of it, in the order in which it was found. */
  constructor(public readonly text: string) {}

  public static textOf(entries: Iterable<readonly [path: string, value: string]>): string {
    return [...entries].map(([path, value]) => lineOf(path, value)).join('');
  }

  /** The values by path. */
  public get entries(): ReadonlyMap<string, string> {
    this.found ??= apart(this.text);
    return this.found;
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
    return Lines.textOf(new Map([...this.entries, ...values]));
  }
}

export function lineOf(path: string, value: string): string {
  return path + BETWEEN + value + END;
}

/** The values by path of what two texts do not begin or end with alike. */
export function apartWhereOther(one: string, other: string): [Map<string, string>, Map<string, string>] {
  if (one === other) return [new Map(), new Map()];
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
