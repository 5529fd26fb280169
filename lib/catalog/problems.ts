import { RootConstruct } from 'constructs';
import { compareText } from '../compare';
import { InputError } from '../errors';
import { oneLine, shorten } from '../one-line';

/** As many as someone mends in one go; each file that has a problem is named. */
const MAX_OF_A_FILE = 20;

/** All that is wrong with a catalog: someone who edits several files wants to see it at once. */
export class Problems {
  // the line of each message of a file: what two environments share is reported once
  private readonly files = new Map<string, Map<string, number>>();

  public add(path: string, line: number, text: string): void {
    const messages = this.files.get(path) ?? new Map<string, number>();
    this.files.set(path, messages.set(oneLine(`${path}:${line}: ${text}`), line));
  }

  /** Throws if there is any problem: one line each, by file and line. */
  public throwIfAny(): void {
    if (this.files.size === 0) return;
    const files = [...this.files].sort(([a], [b]) => compareText(a, b));
    throw new InputError(...files.flatMap(([path, messages]) => linesOf(path, messages)));
  }
}

/** The lines of one file. */
function linesOf(path: string, messages: ReadonlyMap<string, number>): string[] {
  const sorted = [...messages].sort(([, a], [, b]) => a - b);
  const shown = sorted.slice(0, MAX_OF_A_FILE).map(([message]) => message);
  const [, next] = sorted[MAX_OF_A_FILE] ?? [];
  return next === undefined ? shown : [...shown, `${path}:${next}: … and ${sorted.length - MAX_OF_A_FILE} more`];
}

/** What one of the constructs' own checks objects to, so that the catalog repeats none of their rules. */
export function problemOf(check: (scope: RootConstruct) => void): string | undefined {
  try {
    check(new RootConstruct());
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.message.replace(/^app: /, '');
    throw error;
  }
}

/** A value that was received, short enough for a message. */
export function show(value: unknown): string {
  // JSON has no infinity, which YAML has
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return shorten(text, 80);
}
