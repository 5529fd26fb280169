import { compareText } from '../compare';
import type { SynthesisResult } from '../synth';
import { topOf } from '../synth/paths';
import type { Progress } from '../synth/progress';
import { rewrite } from '../synth/rewrite';
import { changedFunctions } from './changes';
import { outputsOf, type Run } from './folders';
import { Lines } from './lines';
import type { Memory } from './memory';
import type { Snapshot } from './snapshot';

/** What a run did, and what the next one may know. */
export interface Done {
  readonly result: SynthesisResult;
  readonly memory: Memory;
}

/** Renders what has to be, after a run that is remembered; undefined where that is more than a few functions. */
export function again(run: Run, memory: Memory, inputs: Snapshot, progress: Progress): Done | undefined {
  const changed = changedFunctions(run.folder, memory, inputs);
  if (!changed) return undefined;
  const { warnings, unclaimed, files: all, outputs } = memory;
  if (changed.size === 0) {
    if (!outputs.isSame(outputsOf(run.outdir))) return undefined;
    const result = {
      written: [],
      unchanged: [...all],
      removed: [],
      unclaimed: [...unclaimed],
      warnings: [...warnings],
    };
    return { result, memory: memory.inputs.text === inputs.text ? memory : { ...memory, inputs } };
  }
  const { isOf, renderAlone } = require('./alone') as typeof import('./alone');
  const fresh = renderAlone(run, changed);
  if (!fresh || Object.keys(fresh.files).some((path) => !outputs.entries.has(path))) return undefined;
  const isUntouched = () => outputs.isSame(outputsOf(run.outdir, true));
  const rewritten = rewrite(
    run.outdir,
    { files: fresh.files, all, found: () => outputs.entries.keys(), isUntouched },
    progress,
  );
  if (!rewritten) return undefined;
  const others = warnings.filter((line) => !fresh.charts.some((chart) => isOf(chart, line)));
  const result = {
    ...rewritten,
    removed: [],
    unclaimed: [...unclaimed],
    warnings: [...others, ...fresh.warnings].sort(compareText),
  };
  const texts = memory.texts.textWith([...changed].map(([path, text]) => [path, JSON.stringify(text)]));
  const { written } = rewritten;
  // of several files below one folder others may have got a new name, which changes their stamps
  const isSingle = new Set(written.map(topOf)).size === written.length;
  const after = isSingle ? outputs.restamped(run.outdir, written) : outputsOf(run.outdir);
  return { result, memory: { ...memory, inputs, texts: new Lines(texts), outputs: after, warnings: result.warnings } };
}
