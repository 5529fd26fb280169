import { resolve } from 'node:path';
import { renderDeclared } from '../alike/render-declared';
import { readCatalog } from '../catalog/load';
import { compareText } from '../compare';
import type { Progress } from '../synth/progress';
import { write } from '../synth/write';
import type { Done } from './again';
import { outputsOf, type Run } from './folders';
import { Lines } from './lines';
import type { Snapshot } from './snapshot';

/** Renders all that a folder declares. */
export function whole(run: Run, inputs: Snapshot, allowRemovals: boolean, progress: Progress): Done {
  const texts = new Map<string, string>();
  const { environments } = readCatalog(run.folder, { texts });
  const { files: rendered, warnings } = renderDeclared(run.name, environments, progress);
  const result = { ...write(run.outdir, rendered, { name: run.name, allowRemovals }, progress), warnings };
  const { written, unchanged, unclaimed } = result;
  const known = new Lines(Lines.textOf([...texts].map(([path, text]) => [path, JSON.stringify(text)])));
  const files = [...written, ...unchanged].sort(compareText);
  const outputs = outputsOf(resolve(run.outdir));
  return { result, memory: { inputs, texts: known, outputs, files, unclaimed, warnings } };
}
