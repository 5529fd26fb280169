import type { Problem } from '../fields';
import type { EnvironmentFile } from './environment-file';
import type { Problems } from './problems';
import type { Source } from './source';

/** A project, and every function that has a file in it. */
interface Named {
  readonly name: string;
  readonly functionNames: readonly string[];
}

/** Reports names in an environment's file that lead to no file. */
export function checkReferences(
  file: EnvironmentFile,
  all: readonly Named[],
  source: Source,
  problems: Problems,
): void {
  const { projects, overrides = {} } = file;
  const known = new Set(all.map(({ name }) => name));
  const unknown = (projects ?? []).flatMap((value, index): Problem[] =>
    known.has(value)
      ? []
      : [{ path: ['projects', index], value, reason: 'is an unknown project', allowed: names(known) }],
  );
  const targets = new Set(
    all
      .filter(({ name }) => projects?.includes(name) ?? true)
      .flatMap(({ name, functionNames }) => functionNames.map((fn) => `${name}/${fn}`)),
  );
  const astray = Object.keys(overrides)
    .filter((target) => !targets.has(target))
    .map((target): Problem => {
      const reason = 'overrides what this environment does not run';
      return { path: ['overrides', target], reason, allowed: names(targets) };
    });
  problems.addIn(source, [...unknown, ...astray]);
}

function names(set: ReadonlySet<string>): string {
  return [...set].join(', ') || 'none';
}
