import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addObject } from '../object/object';
import type { Labels } from './labels';

export const READ = ['get', 'list', 'watch'];
export const WRITE = [...READ, 'patch', 'update'];
export const OWN = [...WRITE, 'create', 'delete'];

/** A rule of a role. The group of the core API is the empty string. */
export function rule(group: string, resources: string[], verbs: string[], resourceNames?: string[]): k8s.PolicyRule {
  return { apiGroups: [group], resources, verbs, resourceNames };
}

/** Who leads, by the name of the lease. */
export function lease(name: string): k8s.PolicyRule[] {
  return [
    rule('coordination.k8s.io', ['leases'], ['create']),
    rule('coordination.k8s.io', ['leases'], ['get', 'update'], [name]),
  ];
}

/** A service account in a namespace. */
export interface Account {
  readonly name: string;
  readonly namespace: string;
}

export interface BindingProps {
  readonly name: string;
  readonly labels: Labels;
  readonly role: string;
  readonly account: Account;
}

/** Grants a ClusterRole in the whole cluster. */
export function bindInCluster(scope: Construct, id: string, { name, labels, ...props }: BindingProps): void {
  addObject(k8s.KubeClusterRoleBinding, scope, id, { metadata: { name, labels }, ...grant('ClusterRole', props) });
}

/** Grants a Role in its namespace. */
export function bindInNamespace(
  scope: Construct,
  id: string,
  namespace: string,
  { name, labels, ...props }: BindingProps,
): void {
  addObject(k8s.KubeRoleBinding, scope, id, { metadata: { name, namespace, labels }, ...grant('Role', props) });
}

function grant(kind: string, { role, account }: Pick<BindingProps, 'role' | 'account'>) {
  return {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name: role },
    subjects: [{ kind: 'ServiceAccount', ...account }],
  };
}
