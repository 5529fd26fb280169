import { DEFAULT_CLUSTER_DOMAIN } from '../environment-fields';
import type { Table } from '../fields';
import type { FunctionChartProps, JobChartProps, ProjectChartProps } from '../function';
import { unmet } from '../function/cold-start/needs';
import { FUNCTION } from '../function/fields';
import { JOB } from '../function/job/fields';
import { refusals } from '../function/policy';
import { misfits } from '../function/project/bounds';
import { PROJECT } from '../function/project/fields';
import { ABOUT_REQUESTS } from '../function/routing/http';
import { sleeps } from '../function/scaling/scaling';
import { Naming } from '../naming';
import type { KedaPlatformProps } from '../platform';
import { Policy } from '../policy/policy';
import type { CatalogDeclaration, EnvironmentDeclaration, FunctionDeclaration } from './catalog';
import { ConfigFiles } from './config-files';
import { ConfigMapNames } from './config-map-names';
import { declareJobs } from './declare-jobs';
import { effectiveSettings } from './effective';
import { ENVIRONMENT_FILE, type EnvironmentFile } from './environment-file';
import { environmentFiles } from './files';
import { refusedImages } from './images';
import { Layers } from './layers';
import { type Loaded, loadFile } from './load-file';
import { Names } from './names';
import { Problems } from './problems';
import { type LoadedProject, loadProjects, ofJobs } from './projects';
import { checkReferences } from './references';
import { Routes } from './routes';
import type { Source } from './source';

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
    (file) => loadFile(root, file, (raw, place) => ENVIRONMENT_FILE.readWhole(raw, place), problems) ?? [],
  );
  if (texts) for (const { path, text } of sourcesOf(files, projects)) texts.set(path, text);
  const environments = files
    .filter(({ sound }) => sound)
    .map((environment) => declareEnvironment(withFiles(root, environment, problems), projects, problems));
  checkUnused(environments, projects, problems);
  problems.throwIfAny();
  return { environments };
}

function sourcesOf(environments: readonly Loaded<EnvironmentFile>[], projects: readonly LoadedProject[]): Source[] {
  const layers = projects.flatMap(({ layers, functions }) => [...layers, ...functions.map(({ layer }) => layer)]);
  return [...environments, ...layers].map(({ source }) => source);
}

/** An environment whose overrides have the content of the files that they name. */
function withFiles(root: string, environment: Loaded<EnvironmentFile>, problems: Problems): Loaded<EnvironmentFile> {
  const { source, props } = environment;
  const files = new ConfigFiles(root, source, problems);
  const into = (key: 'overrides' | 'jobOverrides') =>
    props[key] && {
      [key]: Object.fromEntries(
        Object.entries(props[key]).map(([target, some]) => [target, files.into(some, [key, target])]),
      ),
    };
  return { ...environment, props: { ...props, ...into('overrides'), ...into('jobOverrides') } };
}

function declareEnvironment(
  { name, source, props: file }: Loaded<EnvironmentFile>,
  all: LoadedProject[],
  problems: Problems,
): EnvironmentDeclaration {
  const {
    platform = {},
    edge,
    gitops,
    monitoring,
    projects: run,
    defaults,
    overrides,
    jobOverrides: _,
    projectOverrides,
    ...props
  } = file;
  const policy = new Policy(props);
  checkReferences(file, all, source, problems);
  problems.addIn(source, refusedImages(file, policy));
  const naming = new Naming(props.naming);
  const routes = new Routes({ clusterDomain: DEFAULT_CLUSTER_DOMAIN, ...props, naming }, problems);
  const objects = new Names(naming, problems);
  const layersOf = new Map<FunctionChartProps, Layers<FunctionChartProps>>();
  const configMaps = new ConfigMapNames(problems);
  const projects = all
    .filter((project) => run?.includes(project.name) ?? true)
    .map((project) => {
      const over = { source, base: ['projectOverrides', project.name], props: projectOverrides?.[project.name] };
      const own = new Layers<ProjectChartProps>(PROJECT, [...project.layers, over]);
      const projectProps = { ...own.props, name: project.name };
      if (project.sound) own.check(problems, { name: project.name });
      const namespace = objects.ofProject(project.path, projectProps, own);
      routes.allow(project.name, projectProps.allowedHosts);
      const functions = project.functions.map((fn): FunctionDeclaration => {
        const target = `${project.name}/${fn.name}`;
        const layers = new Layers<FunctionChartProps>(FUNCTION, [
          { source, base: ['defaults'], props: defaults },
          ...project.defaults,
          fn.layer,
          { source, base: ['overrides', target], props: overrides?.[target] },
        ]);
        const names = { project: project.name, name: fn.name };
        const settings = { ...layers.props, ...names } as FunctionChartProps;
        const isRight = fn.sound && layers.check(problems, names);
        if (isRight) for (const problem of refusals(FUNCTION.fill(settings), policy)) layers.report(problems, problem);
        if (fn.sound) for (const problem of misfits(settings, projectProps)) layers.report(problems, problem);
        if (fn.sound) configMaps.claim(fn.path, namespace, settings, layers);
        objects.ofFunction(fn.path, namespace, settings, layers);
        if (isRight) objects.ofOthers(fn.path, namespace, settings, layers);
        // of headers that are not right it is not known which requests they ask for
        if (isRight || (!settings.headers && (fn.sound || settings.hosts)))
          routes.claim(fn.path, namespace, settings, layers);
        if (isRight) layersOf.set(settings, layers);
        return {
          name: fn.name,
          props: settings,
          get settings() {
            const table = FUNCTION as Table<FunctionChartProps>;
            if (settings.http === false) return effectiveSettings(table, layers, layers.props, ABOUT_REQUESTS);
            const hosts = routes.hostsOf(settings, namespace);
            return effectiveSettings(table, layers, { hosts, ...layers.props });
          },
        };
      });
      const jobs = declareJobs(project, file, {
        source,
        problems,
        policy,
        objects,
        configMaps,
        namespace,
        projectProps,
      });
      return { name: project.name, props: projectProps, functions, jobs };
    });
  routes.checkAll();
  for (const { functions } of projects) checkColdStarts(functions, layersOf, { platform, naming }, problems);
  return { name, props, platform: platform || undefined, edge, gitops, monitoring, projects };
}

/** Reports what a function's cold start needs of the platform and of the functions beside it. */
function checkColdStarts(
  functions: readonly FunctionDeclaration[],
  layersOf: ReadonlyMap<FunctionChartProps, Layers<FunctionChartProps>>,
  { platform, naming }: { readonly platform: KedaPlatformProps | false; readonly naming: Naming },
  problems: Problems,
): void {
  // what others installed, nobody here knows
  const readsConfigMaps = platform ? (platform.interceptor?.readConfigMaps ?? false) : undefined;
  const sleeping = new Set(
    functions
      .filter(({ props }) => sleeps(props))
      .map(({ name, props: { project } }) => naming.objectOf({ project, name })),
  );
  for (const { props } of functions) {
    for (const problem of unmet(props.coldStart, { readsConfigMaps, sleeping }))
      layersOf.get(props)?.report(problems, problem);
  }
}

/** Checks what no environment runs, or no readable one, as far as that goes without an environment. */
function checkUnused(environments: EnvironmentDeclaration[], projects: LoadedProject[], problems: Problems): void {
  const used = new Set(environments.flatMap((environment) => environment.projects.map(({ name }) => name)));
  for (const { name: project, defaults, functions, jobs } of projects.filter(({ name }) => !used.has(name))) {
    for (const { name, layer } of functions.filter(({ sound }) => sound))
      new Layers<FunctionChartProps>(FUNCTION, [...defaults, layer]).check(problems, { project, name }, false);
    for (const { name, layer } of jobs.filter(({ sound }) => sound))
      new Layers<JobChartProps>(JOB, [...defaults.map(ofJobs), layer]).check(problems, { project, name }, false);
  }
}
