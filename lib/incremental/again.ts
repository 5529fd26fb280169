import { App } from 'cdk8s';
import { compose } from '../app/catalog';
import { readCatalog } from '../catalog/load';
import { compareText } from '../compare';
import { InputError } from '../errors';
import type { SynthesisResult } from '../synth';
import type { Progress } from '../synth/progress';
import { render } from '../synth/render';
import { rewrite } from '../synth/rewrite';
import { warningsIn } from '../warnings';
import { changedFunctions } from './changes';
import { outputsOf, type Run } from './folders';
import type { Memory } from './memory';
import { isSame, type Snapshot } from './snapshot';

/** What a run did, and what the next one may know. */
export interface Done {
  readonly result: SynthesisResult;
  readonly memory: Memory;
}

/** Renders what has to be, after a run that is remembered; undefined where that is more than a few functions. */
export function again(run: Run, memory: Memory, inputs: Snapshot, progress: Progress): Done | undefined {
  const changed = changedFunctions(run.folder, memory, inputs);
  if (!changed || !isSame(memory.outputs, outputsOf(run.outdir))) return undefined;
  const { warnings, unclaimed, files: all } = memory;
  if (changed.size === 0) {
    const result = {
      written: [],
      unchanged: [...all],
      removed: [],
      unclaimed: [...unclaimed],
      warnings: [...warnings],
    };
    return { result, memory: isSame(memory.inputs, inputs) ? memory : { ...memory, inputs } };
  }
  const fresh = renderAlone(run, changed);
  if (!fresh || Object.keys(fresh.files).some((path) => !memory.outputs.has(path))) return undefined;
  const found = memory.outputs.keys();
  const isUntouched = () => isSame(memory.outputs, outputsOf(run.outdir, true));
  const rewritten = rewrite(run.outdir, { files: fresh.files, all, found, isUntouched }, progress);
  if (!rewritten) return undefined;
  const others = warnings.filter((line) => !fresh.charts.some((chart) => isOf(chart, line)));
  const result = {
    ...rewritten,
    removed: [],
    unclaimed: [...unclaimed],
    warnings: [...others, ...fresh.warnings].sort(compareText),
  };
  const texts = new Map([...memory.texts, ...changed]);
  return { result, memory: { ...memory, inputs, texts, outputs: outputsOf(run.outdir), warnings: result.warnings } };
}

interface Alone {
  readonly files: { readonly [path: string]: string };
  /** Paths of the functions' charts. */
  readonly charts: readonly string[];
  readonly warnings: readonly string[];
}

/** Functions without those beside them; undefined where something is wrong, of which a whole run says all. */
function renderAlone({ folder, outdir, name }: Run, changed: ReadonlyMap<string, string>): Alone | undefined {
  const app = new App({ outdir });
  const charts: string[] = [];
  const texts = new Map<string, string>();
  try {
    for (const environment of readCatalog(folder, { only: new Set(changed.keys()), texts }).environments) {
      const projects = environment.projects.filter(({ functions }) => functions.length > 0);
      compose(app, { ...environment, projects, edge: undefined, monitoring: undefined, gitops: undefined });
      for (const project of projects)
        for (const fn of project.functions) charts.push(`${environment.name}/functions/${project.name}/${fn.name}`);
    }
    if ([...changed].some(([path, text]) => texts.get(path) !== text)) return undefined;
    const wanted = new Set(charts);
    const { files, suspicious } = render(
      app,
      { name },
      () => {},
      (chart) => wanted.has(chart),
    );
    const warnings = warningsIn(app, (object) => suspicious.get(object));
    return { files, charts, warnings: warnings.filter((line) => charts.some((chart) => isOf(chart, line))) };
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Whether a warning is about a chart, or what is in it. */
function isOf(chart: string, warning: string): boolean {
  return warning.startsWith(`${chart}:`) || warning.startsWith(`${chart}/`);
}
