import { DEFAULT_CLUSTER_DOMAIN } from '../environment';
import { Place, type Problem } from '../fields';
import type { FunctionChartProps } from '../function';
import { FUNCTION } from '../function/fields';
import { refusals } from '../function/policy';
import { misfits } from '../function/project/bounds';
import { Policy } from '../policy/policy';
import type { Catalog, EnvironmentDeclaration, FunctionDeclaration } from './catalog';
import { effectiveSettings } from './effective';
import { ENVIRONMENT_FILE, type EnvironmentFile } from './environment-file';
import { environmentFiles } from './files';
import { refusedImages } from './images';
import { Layers } from './layers';
import { type Loaded, loadFile } from './load-file';
import { Problems } from './problems';
import { type LoadedProject, loadProjects } from './projects';
import { checkReferences } from './references';
import { Routes } from './routes';

/**
 * Reads `environments/` and `functions/` below a folder. Throws one `InputError` that lists every problem of every
 * file, each as `file:line: problem`.
 */
export function loadCatalog(root: string): Catalog {
  const problems = new Problems();
  const projects = loadProjects(root, problems);
  const environments = environmentFiles(root, problems)
    .flatMap((file) => loadFile(root, file, (raw, place) => ENVIRONMENT_FILE.readWhole(raw, place), problems) ?? [])
    .filter(({ sound }) => sound)
    .map((environment) => declareEnvironment(environment, projects, problems));
  checkUnused(environments, projects, problems);
  problems.throwIfAny();
  return { environments };
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
          ...project.defaults,
          fn.layer,
          { source, base: ['overrides', target], props: overrides?.[target] },
        ]);
        const settings = propsOf(layers, project.name, fn.name);
        if (fn.sound && checkRules(settings, layers, problems))
          for (const problem of refusals(FUNCTION.fill(settings), policy)) layers.report(problems, problem);
        if (fn.sound) for (const problem of misfits(settings, project.props)) layers.report(problems, problem);
        if (fn.sound || settings.hosts) routes.claim(fn.path, settings, layers);
        return {
          name: fn.name,
          props: settings,
          get settings() {
            return effectiveSettings(layers, { hosts: routes.hostsOf(settings), ...layers.props });
          },
        };
      }),
    }));
  return { name, props, platform, edge, gitops, monitoring, projects };
}

/** Checks what no environment runs, or no readable one, as far as that goes without an environment. */
function checkUnused(environments: EnvironmentDeclaration[], projects: LoadedProject[], problems: Problems): void {
  const used = new Set(environments.flatMap((environment) => environment.projects.map(({ name }) => name)));
  for (const { name, defaults, functions } of projects.filter((project) => !used.has(project.name))) {
    for (const fn of functions.filter(({ sound }) => sound)) {
      const layers = new Layers([...defaults, fn.layer]);
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
  const place = Place.root('yaml', found);
  if (whole) FUNCTION.checkWithin(props, place);
  if (found.length === 0) FUNCTION.check(props, place, whole);
  for (const problem of found) layers.report(problems, problem);
  return found.length === 0;
}
