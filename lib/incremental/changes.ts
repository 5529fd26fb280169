import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Memory } from './memory';
import type { Snapshot } from './snapshot';

const FUNCTION_FILE = /^functions\/[^/]+\/(?!project\.yaml$)[^/]+\.yaml$/;

/**
 * The texts of those functions that are declared otherwise than they were, where all else is as it was and what is new
 * concerns no other file; undefined where that is not so.
 */
export function changedFunctions(folder: string, memory: Memory, now: Snapshot): Map<string, string> | undefined {
  const others = memory.inputs.changed(now);
  if (!others) return undefined;
  const changed = new Map<string, string>();
  for (const path of others) {
    const before = memory.texts.entries.get(path);
    if (before === undefined) return undefined;
    const text = readFileSync(join(folder, path), 'utf8');
    if (JSON.stringify(text) === before) continue;
    const { differLocally } = require('./local') as typeof import('./local');
    if (!FUNCTION_FILE.test(path) || !differLocally(JSON.parse(before), text)) return undefined;
    changed.set(path, text);
  }
  return changed;
}
