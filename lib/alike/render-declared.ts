import type { EnvironmentDeclaration, ProjectDeclaration } from '../catalog';
import { compareText } from '../compare';
import { InputError } from '../errors';
import { header } from '../synth/owner';
import type { Progress } from '../synth/progress';
import { byConstructs, type Synthesis } from './by-constructs';
import { familiesOf } from './families';
import { alikeIn } from './groups';
import { ownOf, pathOf, templatesOf } from './stand-ins';
import type { Filling } from './template';

/** Fewer functions in an environment are not worth what templates take. */
const MANY = 50;

/**
 * Renders what is declared. Of many functions that are alike one is rendered by its constructs, and the others from a template
 * that gives the same for that one. Where anything is in doubt, or wrong, each is rendered by its constructs.
 */
export function renderDeclared(
  app: string,
  environments: readonly EnvironmentDeclaration[],
  progress: Progress = () => {},
): Pick<Synthesis, 'files' | 'warnings'> {
  return withTemplates(app, environments, progress) ?? byConstructs(app, environments, progress);
}

/** Undefined where no template helps, or one is not right. */
export function withTemplates(
  app: string,
  environments: readonly EnvironmentDeclaration[],
  progress: Progress = () => {},
  many = MANY,
): Pick<Synthesis, 'files' | 'warnings'> | undefined {
  const fillings = environments.flatMap((environment) => fillingsOf(app, environment, many));
  if (fillings.length === 0) return undefined;
  const filled = pathsOf(fillings);
  const rest = environments.map((environment) => without(environment, filled));
  let all = filled.size;
  const counted: Progress = (what, done, some) => {
    all = some + filled.size;
    progress(what, done, all);
  };
  try {
    const { files, identities, warnings } = byConstructs(app, rest, counted, fillings);
    const texts = Object.entries(files);
    const taken = new Set(identities.keys());
    for (const { environment, template, owns } of fillings) {
      for (const own of owns) {
        const path = pathOf(environment, own);
        const body = template.fill(own);
        if (body === undefined) return undefined;
        const file = path.slice(environment.length + 1);
        const text = `${header({ app, environment, file })}\n${body}`;
        if (!filled.has(path)) {
          if (files[path] !== text) return undefined;
          continue;
        }
        for (const identity of template.identitiesOf(own)) {
          const whole = `${environment} ${identity}`;
          if (taken.has(whole)) return undefined;
          taken.add(whole);
        }
        texts.push([path, text]);
        progress('rendered', texts.length, all);
      }
    }
    return { files: Object.fromEntries(texts.sort(([a], [b]) => compareText(a, b))), warnings };
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** What looks at all functions needs the construct of each. */
function fillingsOf(app: string, environment: EnvironmentDeclaration, many: number): Filling[] {
  const { name, props, edge, monitoring, gitops, projects } = environment;
  if (edge || monitoring || gitops) return [];
  // a Namespace lists the hosts of its functions
  if (props.requireAllowedHosts || projects.some((project) => project.props.allowedHosts)) return [];
  if (projects.reduce((sum, { functions }) => sum + functions.length, 0) < many) return [];
  const alike = alikeIn(environment);
  const families = familiesOf(environment, alike);
  const templates = templatesOf(environment, families, (standIns) => byConstructs(app, standIns));
  const fillings = [...templates.functions].map(([{ members }, template]): Filling => {
    const owns = members.map(({ project, fn }) => ({ project: project.name, name: fn.name, image: fn.props.image }));
    return { environment: name, template, owns };
  });
  const filled = pathsOf(fillings);
  const isFilled = (project: ProjectDeclaration) =>
    project.jobs.length === 0 &&
    project.functions.every((fn) => filled.has(pathOf(name, { project: project.name, name: fn.name })));
  const ofProjects = [...templates.projects].flatMap(([{ projects: same }, template]): Filling[] => {
    const witness = same.find((project) => !isFilled(project)) ?? same[0];
    if (!witness) return [];
    const rest = same.filter((project) => project !== witness && isFilled(project));
    return [{ environment: name, template, owns: [witness, ...rest].map((project) => ownOf(project.name)) }];
  });
  return [...fillings, ...ofProjects];
}

/** The files that are filled, and not rendered by constructs. */
function pathsOf(fillings: readonly Filling[]): Set<string> {
  return new Set(fillings.flatMap(({ environment, owns }) => owns.slice(1).map((own) => pathOf(environment, own))));
}

function without(environment: EnvironmentDeclaration, filled: ReadonlySet<string>): EnvironmentDeclaration {
  const isLeft = (project: string, name: string) => !filled.has(pathOf(environment.name, { project, name }));
  const projects = environment.projects
    .filter(({ name }) => isLeft(name, ownOf(name).name))
    .map((project) => ({ ...project, functions: project.functions.filter(({ name }) => isLeft(project.name, name)) }));
  return { ...environment, projects };
}
