import type { IConstruct } from 'constructs';
import { InputError } from '../errors';
import type { Resolved } from './entry';
import type { Field } from './field';
import { Place } from './place';
import { describe, type Problem } from './problem';
import type { Table } from './table';

/**
 * Checks the props of a construct and fills in their defaults.
 * @throws InputError with every problem, a line each, under the construct's path.
 */
export function resolve<P extends object, F>(scope: IConstruct, table: Table<P, F>, props: P): Resolved<P, F> {
  const problems: Problem[] = [];
  const checked = table.readWhole(table.write(props), Place.root('code', problems));
  throwIfAny(scope, problems);
  return table.fill(checked!);
}

/** Checks what a construct makes of its props; throws as `resolve` does. */
export function check<T>(scope: IConstruct, name: string, field: Field<T>, value: T): void {
  const problems: Problem[] = [];
  field.read(field.write(value), Place.root('code', problems).in(name));
  throwIfAny(scope, problems);
}

/** @throws InputError when there is any problem, each a line under the construct's path. */
export function throwIfAny(scope: IConstruct, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new InputError(...problems.map((problem) => `${scope.node.path || 'app'}: ${describe(problem, '')}`));
}
