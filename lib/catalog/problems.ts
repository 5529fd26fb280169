import { RootConstruct } from 'constructs';
import { compareText } from '../compare';
import { InputError } from '../errors';

interface Problem {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** All that is wrong with a catalog: someone who edits several files wants to see it at once. */
export class Problems {
  // by message: a line that two environments share is reported once
  private readonly found = new Map<string, Problem>();

  public add(path: string, line: number, text: string): void {
    this.found.set(`${path}:${line}: ${text}`, { path, line, text });
  }

  /** Throws if there is any problem: one line each, by file and line. */
  public throwIfAny(): void {
    if (this.found.size === 0) return;
    const sorted = [...this.found].sort(([, a], [, b]) => compareText(a.path, b.path) || a.line - b.line);
    throw new InputError(sorted.map(([message]) => message).join('\n'));
  }
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
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
