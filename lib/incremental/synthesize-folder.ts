import { resolve } from 'node:path';
import { App } from 'cdk8s';
import { compose } from '../app/catalog';
import { readCatalog } from '../catalog/load';
import { compareText } from '../compare';
import type { SynthesisResult } from '../synth';
import type { Progress } from '../synth/progress';
import { synthesizeWith } from '../synth/synthesize';
import { again, type Done } from './again';
import { inputsOf, outputsOf, type Run } from './folders';
import { keyOf } from './key';
import { recall, remember } from './memory';
import type { Snapshot } from './snapshot';

/**
 * Synthesizes what a folder declares. Where the last run is remembered, only functions that changed are rendered, if what
 * changed concerns no other file; the files are those of a run without memory.
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
  const { result, memory: fresh } = whole(run, inputs ?? new Map(), allowRemovals, progress);
  const isSeen = (path: string) => inputs?.has(path);
  if ([...fresh.texts.keys()].every(isSeen)) remember(resolved, key, fresh);
  return result;
}

function whole(run: Run, inputs: Snapshot, allowRemovals: boolean, progress: Progress): Done {
  const app = new App({ outdir: run.outdir });
  const texts = new Map<string, string>();
  for (const environment of readCatalog(run.folder, { texts }).environments) compose(app, environment);
  const result = synthesizeWith(progress, app, { name: run.name, allowRemovals });
  const { written, unchanged, unclaimed, warnings } = result;
  const files = [...written, ...unchanged].sort(compareText);
  return { result, memory: { inputs, texts, outputs: outputsOf(resolve(run.outdir)), files, unclaimed, warnings } };
}
