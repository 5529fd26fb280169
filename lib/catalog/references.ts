import type { Problem } from '../fields';
import type { EnvironmentFile } from './environment-file';
import type { Problems } from './problems';
import type { Source } from './source';

/** A project, and every function and job that has a file in it. */
interface Named {
  readonly name: string;
  readonly functionNames: readonly string[];
  readonly jobNames: readonly string[];
}

/** Reports names in an environment's file that lead to no file. */
export function checkReferences(
  file: EnvironmentFile,
  all: readonly Named[],
  source: Source,
  problems: Problems,
): void {
  const { projects, overrides = {}, jobOverrides = {}, projectOverrides = {} } = file;
  const known = new Set(all.map(({ name }) => name));
  const unknown = (projects ?? []).flatMap((value, index): Problem[] =>
    known.has(value)
      ? []
      : [{ path: ['projects', index], value, reason: 'is an unknown project', allowed: names(known) }],
  );
  const run = all.filter(({ name }) => projects?.includes(name) ?? true);
  const targets = run.flatMap(({ name, functionNames }) => functionNames.map((fn) => `${name}/${fn}`));
  const jobs = run.flatMap(({ name, jobNames }) => jobNames.map((job) => `${name}/${job}`));
  problems.addIn(source, [
    ...unknown,
    ...astray('overrides', overrides, new Set(targets)),
    ...astray('jobOverrides', jobOverrides, new Set(jobs)),
    ...astray('projectOverrides', projectOverrides, new Set(run.map(({ name }) => name))),
  ]);
}

function astray(key: string, given: object, there: ReadonlySet<string>): Problem[] {
  const reason = 'overrides what this environment does not run';
  return Object.keys(given)
    .filter((target) => !there.has(target))
    .map((target) => ({ path: [key, target], reason, allowed: names(there) }));
}

function names(set: ReadonlySet<string>): string {
  return [...set].join(', ') || 'none';
}
