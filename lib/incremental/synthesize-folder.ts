import { resolve } from 'node:path';
import { renderDeclared } from '../alike/render-declared';
import { readCatalog } from '../catalog/load';
import { compareText } from '../compare';
import type { SynthesisResult } from '../synth';
import type { Progress } from '../synth/progress';
import { write } from '../synth/write';
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
  const texts = new Map<string, string>();
  const { environments } = readCatalog(run.folder, { texts });
  const { files: rendered, warnings } = renderDeclared(run.name, environments, progress);
  const result = { ...write(run.outdir, rendered, { name: run.name, allowRemovals }, progress), warnings };
  const { written, unchanged, unclaimed } = result;
  const files = [...written, ...unchanged].sort(compareText);
  return { result, memory: { inputs, texts, outputs: outputsOf(resolve(run.outdir)), files, unclaimed, warnings } };
}
