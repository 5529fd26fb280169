import type { IConstruct } from 'constructs';
import { Cluster } from '../cluster';
import { compareText } from '../compare';
import { declaredIn } from '../platform/rights/declared';
import { Rbac } from '../platform/rights/rbac';

/** The namespaces of an environment in which KEDA, which another one of its cluster brings, would scale nothing. */
export function unserved(scope: IConstruct, other: IConstruct): string[] {
  const { platform } = Cluster.at(other);
  if (!platform) return [];
  const namespaces = new Set(declaredIn(scope).flatMap(({ namespace = [] }) => namespace));
  const missing = [...namespaces].filter((namespace) => !platform.serves(namespace)).sort(compareText);
  if (missing.length === 0) return [];
  const { path } = platform.construct.node;
  const allowed = `serves of ${path} with ${missing.length === 1 ? 'it' : 'each'}, or rbac ${Rbac.UPSTREAM} there`;
  return [`declares functions in ${missing.join(', ')}, where ${path} has no right to scale; allowed: ${allowed}`];
}
