import { App } from 'cdk8s';
import { compose } from '../app/catalog';
import { readCatalog } from '../catalog/load';
import { InputError } from '../errors';
import { render } from '../synth/render';
import { warningsIn } from '../warnings';
import type { Run } from './folders';

export interface Alone {
  readonly files: { readonly [path: string]: string };
  /** Paths of the functions' charts. */
  readonly charts: readonly string[];
  readonly warnings: readonly string[];
}

/** Functions without those beside them; undefined where something is wrong, of which a whole run says all. */
export function renderAlone({ folder, outdir, name }: Run, changed: ReadonlyMap<string, string>): Alone | undefined {
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
export function isOf(chart: string, warning: string): boolean {
  return warning.startsWith(`${chart}:`) || warning.startsWith(`${chart}/`);
}
