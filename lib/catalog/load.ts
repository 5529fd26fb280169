import { DEFAULT_CLUSTER_DOMAIN } from '../environment';
import { Place, type Problem } from '../fields';
import type { FunctionChartProps, ProjectChartProps } from '../function';
import { FUNCTION } from '../function/fields';
import { refusals } from '../function/policy';
import { misfits } from '../function/project/bounds';
import { PROJECT } from '../function/project/fields';
import { Policy } from '../policy/policy';
import type { Catalog, EnvironmentDeclaration, FunctionDeclaration } from './catalog';
import { ENVIRONMENT_FILE, type EnvironmentFile } from './environment-file';
import { environmentFiles, type NamedFile, projectFiles } from './files';
import { refusedImages } from './images';
import { type Layer, Layers } from './layers';
import { Problems } from './problems';
import { readSource } from './read';
import { checkReferences } from './references';
import { Routes } from './routes';
import type { Source } from './source';

/** A file that was read. */
interface Loaded<Props> {
  readonly name: string;
  readonly source: Source;
  readonly props: Props;
  /** Whether nothing is wrong with it by itself. */
  readonly sound: boolean;
}

interface LoadedProject {
  readonly name: string;
  readonly props: ProjectChartProps;
  /** Every function that has a file, valid or not. */
  readonly functionNames: string[];
  readonly functions: Loaded<FunctionChartProps>[];
}

/**
 * Reads `environments/` and `functions/` below a folder. Throws one `InputError` that lists every problem of every
 * file, each as `file:line: problem`.
 */
export function loadCatalog(root: string): Catalog {
  const problems = new Problems();
  const projects = loadProjects(root, problems);
  const environments = environmentFiles(root, problems)
    .flatMap((file) => load(root, file, (raw, place) => ENVIRONMENT_FILE.readWhole(raw, place), problems) ?? [])
    .filter(({ sound }) => sound)
    .map((environment) => declareEnvironment(environment, projects, problems));
  checkUnused(environments, projects, problems);
  problems.throwIfAny();
  return { environments };
}

function loadProjects(root: string, problems: Problems): LoadedProject[] {
  return projectFiles(root, problems).map(({ name, projectFile, functions }) => ({
    name,
    props: {
      ...(projectFile &&
        load(root, projectFile, (raw, place) => PROJECT.readWhole(raw, place), problems, isFunction)?.props),
      name,
    },
    functionNames: functions.map((file) => file.name),
    functions: functions.flatMap((file) => load(root, file, (raw, place) => FUNCTION.read(raw, place), problems) ?? []),
  }));
}

/** Reads a file and reports what is wrong with it; undefined when it holds no settings. */
function load<Props extends object>(
  root: string,
  { name, path }: NamedFile,
  read: (raw: unknown, place: Place) => Props | undefined,
  problems: Problems,
  misplaced: (source: Source) => Problem | undefined = () => undefined,
): Loaded<Props> | undefined {
  const source = readSource(root, path, problems);
  if (!source) return undefined;
  const wrong = misplaced(source);
  const found: Problem[] = wrong ? [wrong] : [];
  const props = wrong ? undefined : read(source.value, Place.root('yaml', found));
  problems.addIn(source, found);
  return props && { name, source, props, sound: found.length === 0 };
}

/** Whether a project's file declares a function, which then has a name that it cannot have. */
function isFunction(source: Source): Problem | undefined {
  const key = ['runtime', 'image'].find((key) => source.has([key]));
  const reason = 'belongs to a function, and "project" is the name of the project\'s own settings';
  return key === undefined ? undefined : { path: [key], reason, allowed: 'any other name of the file' };
}

function declareEnvironment(
  { name, source, props: file }: Loaded<EnvironmentFile>,
  all: LoadedProject[],
  problems: Problems,
): EnvironmentDeclaration {
  const { platform = {}, edge, gitops, monitoring, projects: run, defaults, overrides, ...props } = file;
  const policy = new Policy(props);
  checkReferences(file, all, source, problems);
  problems.addIn(source, refusedImages(file, policy));
  const routes = new Routes({ clusterDomain: DEFAULT_CLUSTER_DOMAIN, ...props }, problems);
  const projects = all
    .filter((project) => run?.includes(project.name) ?? true)
    .map((project) => ({
      name: project.name,
      props: project.props,
      functions: project.functions.map((fn): FunctionDeclaration => {
        const target = `${project.name}/${fn.name}`;
        const layers = new Layers([
          { source, base: ['defaults'], props: defaults },
          ownLayer(fn),
          { source, base: ['overrides', target], props: overrides?.[target] },
        ]);
        const settings = propsOf(layers, project.name, fn.name);
        if (fn.sound && checkRules(settings, layers, problems))
          for (const problem of refusals(FUNCTION.fill(settings), policy)) layers.report(problems, problem);
        if (fn.sound) for (const problem of misfits(settings, project.props)) layers.report(problems, problem);
        if (fn.sound || settings.hosts) routes.claim(fn.source.path, settings, layers);
        return { name: fn.name, props: settings };
      }),
    }));
  return { name, props, platform, edge, gitops, monitoring, projects };
}

/** Checks what no environment runs, or no readable one, as far as that goes without an environment. */
function checkUnused(environments: EnvironmentDeclaration[], projects: LoadedProject[], problems: Problems): void {
  const used = new Set(environments.flatMap((environment) => environment.projects.map(({ name }) => name)));
  for (const { name, functions } of projects.filter((project) => !used.has(project.name))) {
    for (const fn of functions.filter(({ sound }) => sound)) {
      const layers = new Layers([ownLayer(fn)]);
      checkRules(propsOf(layers, name, fn.name), layers, problems, false);
    }
  }
}

function propsOf(layers: Layers, project: string, name: string): FunctionChartProps {
  return { ...layers.props, project, name } as FunctionChartProps;
}

/** Reports what several settings of a function disagree on; returns whether they agree. */
function checkRules(props: FunctionChartProps, layers: Layers, problems: Problems, whole = true): boolean {
  const found: Problem[] = [];
  FUNCTION.check(props, Place.root('yaml', found), whole);
  for (const problem of found) layers.report(problems, problem);
  return found.length === 0;
}

function ownLayer({ source, props }: Loaded<FunctionChartProps>): Layer {
  return { source, base: [], props };
}
