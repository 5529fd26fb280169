import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder';
import type { Run } from './folders';
import { Lines } from './lines';
import { Snapshot } from './snapshot';

/** What the last run of a folder read and wrote. */
export interface Memory {
  /** The declarations, before they were read. */
  readonly inputs: Snapshot;
  /** The texts of the declarations, as JSON, since a text may begin with a line break. */
  readonly texts: Lines;
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
    const file = readFileSync(memoryFile(run));
    const [hash, data] = cut(file);
    if (hash !== digest(key, data)) return undefined;
    const [lengths, parts] = cut(data);
    let end = 0;
    const [rest, inputs, outputs, texts] = (JSON.parse(lengths) as number[]).map((length) => {
      end += length;
      return parts.subarray(end - length, end);
    }) as [Buffer, Buffer, Buffer, Buffer];
    return {
      ...JSON.parse(String(rest)),
      inputs: new Snapshot(String(inputs)),
      outputs: new Snapshot(String(outputs)),
      texts: new Lines(String(texts)),
    };
  } catch {
    return undefined;
  }
}

/** Remembers, if that is possible: no run needs it. */
export function remember(run: Run, key: string, { inputs, texts, outputs, ...rest }: Memory): void {
  const file = memoryFile(run);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const parts = [JSON.stringify(rest), inputs.text, outputs.text, texts.text].map((part) => Buffer.from(part));
    const lengths = JSON.stringify(parts.map(({ length }) => length));
    const data = [Buffer.from(`${lengths}\n`), ...parts];
    const hash = Buffer.from(`${digest(key, ...data)}\n`);
    writeFileSync(`${file}.new`, Buffer.concat([hash, ...data]), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch {
    // then the next run renders all
  }
}

/** The first line, and what is behind it. */
function cut(data: Buffer): [string, Buffer] {
  const end = data.indexOf('\n');
  return [data.toString('utf8', 0, end), data.subarray(end + 1)];
}

function digest(...texts: (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex');
}
