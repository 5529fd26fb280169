import { compareText } from '../compare';
import { ensure } from '../ensure';
import { InputError } from '../errors';
import { describe, type Path, type Problem } from '../fields';
import { oneLine } from '../one-line';
import type { FileFault } from './file-fault';
import type { Source } from './source';

/** As many as someone mends in one go; each file that has a problem is named. */
const MAX_OF_A_FILE = 20;

/** All that is wrong with a catalog: someone who edits several files wants to see it at once. */
export class Problems {
  // the line of each message of a file: what two environments share is reported once
  private readonly files = new Map<string, Map<string, number>>();

  public add(path: string, line: number, text: string): void {
    ensure(this.files, path, () => new Map()).set(oneLine(`${path}:${line}: ${text}`), line);
  }

  /** Adds what keeps a file from being read. */
  public addFault(path: string, { reason, allowed }: FileFault): void {
    this.add(path, 1, allowed === undefined ? reason : `${reason}; allowed: ${allowed}`);
  }

  /**
   * Adds what is wrong with the settings of a file, each where and as it was written.
   * @param base Where the settings stand in the file.
   */
  public addIn(source: Source, found: readonly Problem[], base: Path = []): void {
    for (const problem of found) {
      const path = [...base, ...problem.path];
      const written = problem.value === undefined ? undefined : (source.written(path) ?? problem.value);
      const line = source.lineOf(problem.at ? [...base, ...problem.at] : path);
      // what is wrong with a default is not written anywhere
      this.add(source.path, line, describe({ ...problem, path: problem.at ? problem.path : path, value: written }));
    }
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
