import type { IConstruct } from 'constructs';
import { InputError } from '../errors';
import { Place } from './place';
import { describe, type Problem } from './problem';
import type { Resolved, Table } from './table';

/**
 * Checks the props of a construct and fills in their defaults.
 * @throws InputError with every problem, a line each, under the construct's path.
 */
export function resolve<P extends object, F>(scope: IConstruct, table: Table<P, F>, props: P): Resolved<P, F> {
  const problems: Problem[] = [];
  const checked = table.readWhole(table.write(props), Place.root('code', problems));
  if (!checked || problems.length > 0) {
    throw new InputError(...problems.map((problem) => `${scope.node.path || 'app'}: ${describe(problem)}`));
  }
  return table.fill(checked);
}
