import { resolve } from 'node:path';
import type { SynthesisResult } from '../synth';
import type { Progress } from '../synth/progress';
import { again } from './again';
import { inputsOf, type Run } from './folders';
import { keyOf } from './key';
import { recall, remember } from './memory';
import { Snapshot } from './snapshot';

/**
 * Synthesizes what a folder declares. Where the last run is remembered, only functions that changed are rendered, if what
 * changed concerns no other file; the files are those of a run without memory. What renders is loaded when something is.
 */
export function synthesizeFolder(run: Run, allowRemovals: boolean, progress: Progress = () => {}): SynthesisResult {
  const resolved = { ...run, folder: resolve(run.folder), outdir: resolve(run.outdir) };
  const key = keyOf();
  const inputs = inputsOf(resolved.folder);
  const memory = inputs && recall(resolved, key);
  const done = memory && again(resolved, memory, inputs, progress);
  if (done) {
    if (done.memory !== memory) remember(resolved, key, done.memory);
    return done.result;
  }
  const { whole } = require('./whole') as typeof import('./whole');
  const { result, memory: fresh } = whole(run, inputs ?? new Snapshot(''), allowRemovals, progress);
  if (inputs && [...fresh.texts.entries.keys()].every((path) => inputs.entries.has(path)))
    remember(resolved, key, fresh);
  return result;
}
