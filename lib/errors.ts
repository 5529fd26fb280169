import type { IConstruct } from 'constructs';
import { oneLine } from './one-line';
import { present, type Some } from './present';

/**
 * Input that cannot become manifests. The message says where, what was received and what is allowed.
 * @jsii ignore
 */
export class InputError extends Error {
  public readonly name = 'InputError';

  /** @param problems One line each, whatever characters the values in them hold. */
  constructor(...problems: string[]) {
    super(problems.map(oneLine).join('\n'));
  }
}

/** What a check finds, if anything, is an error when the whole tree is there. */
export function addRefusal(scope: IConstruct, check: () => Some<string>): void {
  scope.node.addValidation({ validate: () => present(check()) });
}

/** Throws an `InputError` that names the construct by its path. */
export function reject(scope: IConstruct, problem: string): never {
  throw new InputError(`${scope.node.path || 'app'}: ${problem}`);
}
