import type { IConstruct } from 'constructs';
import { Environment } from '../../environment';

const ALL = new WeakMap<IConstruct, Map<string, Set<string>>>();

/** Names of the Services in a namespace of the cluster behind which there may be nobody. Complete only when the whole tree is there. */
export function sleepersNear(construct: IConstruct, namespace: string): Set<string> {
  const scope = Environment.scopeOf(construct);
  const namespaces = ALL.get(scope) ?? new Map<string, Set<string>>();
  const sleepers = namespaces.get(namespace) ?? new Set<string>();
  ALL.set(scope, namespaces.set(namespace, sleepers));
  return sleepers;
}
