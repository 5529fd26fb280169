import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder';
import type { Run } from './folders';
import type { Snapshot } from './snapshot';

/** What the last run of a folder read and wrote. */
export interface Memory {
  /** The declarations, before they were read. */
  readonly inputs: Snapshot;
  /** The texts of the declarations, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** The output folder, after it was written. */
  readonly outputs: Snapshot;
  /** The files of the app in it. */
  readonly files: readonly string[];
  readonly unclaimed: readonly string[];
  readonly warnings: readonly string[];
}

/** Where it is kept. */
export function memoryFile({ folder, outdir, name }: Run): string {
  const run = digest(JSON.stringify([folder, outdir, name])).slice(0, 32);
  return join(cacheFolder(), `${run}.json`);
}

/** What is remembered of a run under a key; undefined where that is nothing, or not whole. */
export function recall(run: Run, key: string): Memory | undefined {
  try {
    const text = readFileSync(memoryFile(run), 'utf8');
    const end = text.indexOf('\n');
    const data = text.slice(end + 1);
    if (text.slice(0, end) !== digest(key + data)) return undefined;
    const { inputs, texts, outputs, ...rest } = JSON.parse(data);
    return { ...rest, inputs: new Map(inputs), texts: new Map(texts), outputs: new Map(outputs) };
  } catch {
    return undefined;
  }
}

/** Remembers, if that is possible: no run needs it. */
export function remember(run: Run, key: string, { inputs, texts, outputs, ...rest }: Memory): void {
  const file = memoryFile(run);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const data = JSON.stringify({ ...rest, inputs: [...inputs], texts: [...texts], outputs: [...outputs] });
    writeFileSync(`${file}.new`, `${digest(key + data)}\n${data}`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch {
    // then the next run renders all
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
