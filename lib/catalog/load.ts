import { Layers } from '../source/layers';
import { Problems } from '../source/problems';
import { readSettings } from '../source/read';
import type { CatalogDeclaration, EnvironmentDeclaration } from './catalog';
import { Declarations } from './declare';
import { ENVIRONMENT_FILE } from './environment-file';
import { environmentFiles } from './files';
import { FUNCTIONS, JOBS, type Kind, sharedWith } from './kinds';
import { type LoadedFile, type LoadedProject, loadProjects } from './projects';

/**
 * Reads `environments/` and `functions/` below a folder. Throws one `InputError` that lists every problem of every
 * file, each as `file:line: problem`.
 */
export function loadCatalog(root: string): CatalogDeclaration {
  return readCatalog(root);
}

export interface ReadOptions {
  /** The files of functions that are read. @default - all */
  readonly only?: ReadonlySet<string>;
  /** Gets the text of each file, by path. */
  readonly texts?: Map<string, string>;
}

/** As `loadCatalog`. */
export function readCatalog(root: string, { only, texts }: ReadOptions = {}): CatalogDeclaration {
  const problems = new Problems();
  const projects = loadProjects(root, problems, only);
  const files = environmentFiles(root, problems).flatMap(
    (file) => readSettings(root, file, (raw, place) => ENVIRONMENT_FILE.readWhole(raw, place), problems) ?? [],
  );
  if (texts) {
    const layers = projects.flatMap(({ layers, functions }) => [...layers, ...functions.map(({ layer }) => layer)]);
    for (const { source } of [...files, ...layers]) texts.set(source.path, source.text);
  }
  const environments = files
    .filter(({ sound }) => sound)
    .map((environment) => new Declarations(root, environment, problems).of(projects, only === undefined));
  checkUnused(environments, projects, problems);
  problems.throwIfAny();
  return { environments };
}

/** Checks what no environment runs, or no readable one, as far as that goes without an environment. */
function checkUnused(environments: EnvironmentDeclaration[], projects: LoadedProject[], problems: Problems): void {
  const used = new Set(environments.flatMap((environment) => environment.projects.map(({ name }) => name)));
  for (const { name: project, defaults, functions, jobs } of projects.filter(({ name }) => !used.has(name))) {
    const check = <P extends object>(kind: Kind<P>, files: readonly LoadedFile<P>[]) => {
      for (const { name, layer, sound } of files)
        if (sound) {
          const layers = [...defaults.map((each) => sharedWith(kind, each)), layer];
          new Layers(kind.table, layers, problems).check({ project, name }, false);
        }
    };
    check(FUNCTIONS, functions);
    check(JOBS, jobs);
  }
}
