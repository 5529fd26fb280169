import type { Path, Problem } from '../fields';
import type { EnvironmentFile } from './environment-file';
import type { LoadedProject } from './projects';

/** The names in an environment's file that lead to no file. */
export function strayNames(file: EnvironmentFile, all: readonly LoadedProject[]): Problem[] {
  const run = all.filter(({ name }) => file.projects?.includes(name) ?? true);
  const within = (kind: 'functions' | 'jobs') =>
    run.flatMap(({ name, others, [kind]: own }) => [...own, ...others].map((each) => `${name}/${each.name}`));
  const unknown = (file.projects ?? []).map((name, index) => ({ path: ['projects', index], name, value: name }));
  const overridden = (key: 'overrides' | 'jobOverrides' | 'projectOverrides') =>
    Object.keys(file[key] ?? {}).map((name) => ({ path: [key, name], name }));
  const reason = 'overrides what this environment does not run';
  return [
    ...strays(unknown, namesOf(all), 'is an unknown project'),
    ...strays(overridden('overrides'), within('functions'), reason),
    ...strays(overridden('jobOverrides'), within('jobs'), reason),
    ...strays(overridden('projectOverrides'), namesOf(run), reason),
  ];
}

interface Reference extends Pick<Problem, 'path' | 'value'> {
  readonly path: Path;
  readonly name: string;
}

function strays(given: Reference[], there: string[], reason: string): Problem[] {
  const known = new Set(there);
  return given
    .filter(({ name }) => !known.has(name))
    .map(({ path, value }) => ({ path, value, reason, allowed: there.join(', ') || 'none' }));
}

function namesOf(projects: readonly LoadedProject[]): string[] {
  return projects.map(({ name }) => name);
}
