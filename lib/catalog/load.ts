import type { Catalog, EnvironmentDeclaration } from './catalog';
import { checkEnvironment, type EnvironmentSettings, environmentBase } from './environment-declaration';
import { environmentFiles, type NamedFile, projectFiles } from './files';
import { type FunctionSettings, functionProps } from './function-declaration';
import { checkFunction } from './function-rules';
import { Problems } from './problems';
import { checkProject, isFunction, type ProjectSettings, projectProps } from './project-declaration';
import { readSource, type Source } from './read';
import { Routes } from './routes';
import type { FileKind } from './schema';
import { type Layer, Settings } from './settings';
import { validate } from './validate';

/** A file that its schema accepts. */
interface Loaded<Declaration> {
  readonly name: string;
  readonly source: Source;
  readonly settings: Declaration;
}

interface LoadedProject {
  readonly name: string;
  readonly settings?: ProjectSettings;
  /** Every function that has a file, valid or not. */
  readonly functionNames: string[];
  readonly functions: Loaded<FunctionSettings>[];
}

/**
 * Reads `environments/` and `functions/` below a folder. Throws one `InputError` that lists every problem of every
 * file, each as `file:line: problem`.
 */
export function loadCatalog(root: string): Catalog {
  const problems = new Problems();
  const projects = projectFiles(root, problems).map((files): LoadedProject => {
    const project = files.projectFile && load<ProjectSettings>(root, 'project', files.projectFile, problems);
    if (project) checkProject(projectProps(files.name, project.settings), project.source, problems);
    return {
      name: files.name,
      settings: project?.settings,
      functionNames: files.functions.map(({ name }) => name),
      functions: files.functions.flatMap((file) => load<FunctionSettings>(root, 'function', file, problems) ?? []),
    };
  });
  const environments = environmentFiles(root, problems)
    .flatMap((file) => load<EnvironmentSettings>(root, 'environment', file, problems) ?? [])
    .map((environment) => declareEnvironment(environment, projects, problems));
  checkUnused(environments, projects, problems);
  problems.throwIfAny();
  return { environments };
}

function load<Declaration>(
  root: string,
  kind: FileKind,
  { name, path }: NamedFile,
  problems: Problems,
): Loaded<Declaration> | undefined {
  const source = readSource(root, path, problems);
  if (source && kind === 'project' && isFunction(source, problems)) return undefined;
  const settings = source && validate<Declaration>(kind, source, problems);
  return settings && { name, source, settings };
}

function declareEnvironment(
  { name, source, settings: environment }: Loaded<EnvironmentSettings>,
  allProjects: LoadedProject[],
  problems: Problems,
): EnvironmentDeclaration {
  const byProject = new Map(allProjects.map((project) => [project.name, project.functionNames]));
  checkEnvironment(environment, byProject, source, problems);
  const routes = new Routes(environment.domain, problems);
  const selected = allProjects.filter((project) => environment.projects?.includes(project.name) ?? true);
  const projects = selected.map((project) => ({
    name: project.name,
    props: projectProps(project.name, project.settings),
    functions: project.functions.map((fn) => {
      const target = `${project.name}/${fn.name}`;
      const settings = new Settings(fn.source, [
        { source, path: ['defaults'], values: environment.defaults },
        ownLayer(fn),
        { source, path: ['overrides', target], values: environment.overrides?.[target] },
      ]);
      const props = functionProps(project.name, fn.name, settings.values as FunctionSettings);
      checkFunction(settings, props, problems, true);
      routes.claim(fn.source.path, props, settings);
      return { name: fn.name, props };
    }),
  }));
  return { ...environmentBase(name, environment), projects };
}

/** Checks what no environment runs, or no readable one, as far as that goes without an environment. */
function checkUnused(environments: EnvironmentDeclaration[], projects: LoadedProject[], problems: Problems): void {
  const used = new Set(environments.flatMap((environment) => environment.projects.map(({ name }) => name)));
  for (const project of projects.filter(({ name }) => !used.has(name))) {
    for (const fn of project.functions) {
      const settings = new Settings(fn.source, [ownLayer(fn)]);
      checkFunction(settings, functionProps(project.name, fn.name, fn.settings), problems, false);
    }
  }
}

function ownLayer({ source, settings }: Loaded<FunctionSettings>): Layer {
  return { source, path: [], values: settings };
}
