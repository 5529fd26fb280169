import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EnvironmentProps } from '../environment';
import { InputError } from '../errors';
import type { FunctionChartProps } from '../function/function-chart';
import type { ProjectChartProps } from '../function/project-chart';
import type { KedaPlatformProps } from '../platform';
import { isDnsLabel } from '../workload/names';
import {
  type EnvironmentFile,
  type FunctionFile,
  mergeFunction,
  type ProjectFile,
  toFunctionProps,
  toPlatformProps,
  toProjectProps,
} from './declarations';
import { Problems, readDocument } from './document';
import { ENVIRONMENT_SCHEMA, FUNCTION_SCHEMA, PROJECT_SCHEMA } from './schema';

/** Everything that is declared, ready to be handed to constructs. */
export interface Catalog {
  readonly environments: EnvironmentDeclaration[];
}

export interface EnvironmentDeclaration {
  readonly name: string;
  readonly props: EnvironmentProps;
  readonly platform: KedaPlatformProps;
  readonly projects: ProjectDeclaration[];
}

export interface ProjectDeclaration {
  readonly name: string;
  readonly props: ProjectChartProps;
  readonly functions: FunctionDeclaration[];
}

export interface FunctionDeclaration {
  readonly name: string;
  readonly props: FunctionChartProps;
}

interface ProjectFiles {
  readonly project: ProjectFile;
  readonly functions: Map<string, FunctionFile>;
}

/**
 * Reads `environments/*.yaml`, `functions/<project>/*.yaml` and the optional `functions/<project>/project.yaml`.
 *
 * @throws InputError with one `file:line: problem` a line when anything is wrong.
 */
export function loadCatalog(root: string): Catalog {
  const problems = new Problems();
  const environments = readFolder<EnvironmentFile>(root, 'environments', '', () => ENVIRONMENT_SCHEMA, problems);
  if (!existsSync(join(root, 'environments')))
    problems.add('environments', 1, 'is missing; allowed: a folder with one file an environment');
  const projects = new Map(folders(root, 'functions').map((name) => [name, readProject(root, name, problems)]));
  for (const [name, environment] of environments)
    checkReferences(`environments/${name}.yaml`, environment, projects, problems);
  const lines = problems.toLines();
  if (lines.length > 0) throw new InputError(lines.join('\n'));
  return { environments: [...environments].map(([name, file]) => toEnvironment(name, file, projects)) };
}

function readProject(root: string, name: string, problems: Problems): ProjectFiles {
  const folder = `functions/${name}`;
  if (!isDnsLabel(`fn-${name}`))
    problems.add(folder, 1, `project "${name}" is no DNS label; allowed: a-z, 0-9 and "-", at most 60 characters`);
  const schema = (file: string) => (file === 'project' ? PROJECT_SCHEMA : FUNCTION_SCHEMA);
  const files = readFolder<FunctionFile & ProjectFile>(root, folder, 'fn-', schema, problems);
  const project = files.get('project') ?? {};
  files.delete('project');
  return { project, functions: files };
}

function readFolder<T>(
  root: string,
  folder: string,
  prefix: string,
  schema: (name: string) => object,
  problems: Problems,
): Map<string, T> {
  const found = new Map<string, T>();
  if (!existsSync(join(root, folder))) return found;
  for (const entry of readdirSync(join(root, folder)).sort()) {
    const file = `${folder}/${entry}`;
    if (entry.endsWith('.yml')) problems.add(file, 1, 'would be overlooked; allowed: the ending .yaml');
    if (!entry.endsWith('.yaml') || entry.startsWith('.')) continue;
    const name = basename(entry, '.yaml');
    if (!isDnsLabel(prefix + name)) {
      problems.add(
        file,
        1,
        `name "${name}" is no DNS label; allowed: a-z, 0-9 and "-", at most ${63 - prefix.length} characters`,
      );
    }
    const data = readDocument(root, file, schema(name) as never, problems);
    if (data !== undefined) found.set(name, data as T);
  }
  return found;
}

function folders(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function checkReferences(
  file: string,
  environment: EnvironmentFile,
  projects: Map<string, ProjectFiles>,
  problems: Problems,
): void {
  for (const project of environment.projects ?? []) {
    if (!projects.has(project))
      problems.add(file, 1, `projects names "${project}"; allowed: ${[...projects.keys()].join(', ')}`);
  }
  for (const target of Object.keys(environment.overrides ?? {})) {
    const [project, name] = target.split('/');
    if (!projects.get(project ?? '')?.functions.has(name ?? ''))
      problems.add(file, 1, `overrides names "${target}"; allowed: <project>/<function> of a declared function`);
  }
}

function toEnvironment(
  name: string,
  file: EnvironmentFile,
  projects: Map<string, ProjectFiles>,
): EnvironmentDeclaration {
  const { domain, kedaNamespace, platform = {} } = file;
  const chosen = [...projects].filter(([project]) => file.projects?.includes(project) ?? true);
  return {
    name,
    props: { domain, kedaNamespace },
    platform: toPlatformProps(platform),
    projects: chosen.map(([project, { project: settings, functions }]) => ({
      name: project,
      props: toProjectProps(project, settings),
      functions: [...functions].map(([fn, declared]) => ({
        name: fn,
        props: toFunctionProps(project, mergeFunction(file, `${project}/${fn}`, declared)),
      })),
    })),
  };
}
