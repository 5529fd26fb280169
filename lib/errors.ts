import type { IConstruct } from 'constructs';

/** Input that cannot become manifests. The message says where, what was received and what is allowed. */
export class InputError extends Error {
  public readonly name = 'InputError';
}

/** Throws an `InputError` that names the construct by its path. */
export function reject(scope: IConstruct, problem: string): never {
  throw new InputError(`${scope.node.path || 'app'}: ${problem}`);
}
