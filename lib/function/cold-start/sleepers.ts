import type { IConstruct } from 'constructs';
import { ensure } from '../../ensure';
import { Environment } from '../../environment';

const ALL = new WeakMap<IConstruct, Map<string, Set<string>>>();

/** Names of the Services in a namespace of the cluster behind which there may be nobody. Complete only when the whole tree is there. */
export function sleepersNear(construct: IConstruct, namespace: string): Set<string> {
  const namespaces = ensure(ALL, Environment.scopeOf(construct), () => new Map());
  return ensure(namespaces, namespace, () => new Set());
}
