import type { IConstruct } from 'constructs';
import { reject } from './errors';
import { problemOfName } from './values/file-name';

/**
 * What keeps a text from being the id of a construct, if anything: it becomes a file or a folder, and the construct tree
 * keeps its children in an object, in which `constructor` is taken and `__proto__` is lost.
 */
export function problemOfId(id: string): string | undefined {
  return id in Object.prototype ? 'is a name that every JavaScript object has' : problemOfName(id);
}

/** Returns `id` if a construct can have it. Called before the construct is made, so that nothing else fails first. */
export function requireId(scope: IConstruct, id: string): string {
  const problem = problemOfId(id);
  if (problem)
    reject(scope, `id ${JSON.stringify(id)} ${problem}; allowed: a name that a file can have on every system`);
  return id;
}
