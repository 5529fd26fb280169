import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addObject } from '../object/object';
import { metadataBeside } from '../workload/metadata';
import type { ProcessProps } from './component-props';
import type { Labels } from './labels';

const GROUP = 'rbac.authorization.k8s.io';

export const READ = ['get', 'list', 'watch'];
export const WRITE = [...READ, 'patch', 'update'];
export const OWN = [...WRITE, 'create', 'delete'];

/** A rule of a role. The group of the core API is the empty string. */
export function rule(group: string, resources: string[], verbs: string[], resourceNames?: string[]): k8s.PolicyRule {
  return { apiGroups: [group], resources, verbs, resourceNames };
}

/** A service account in a namespace. */
export interface Account {
  readonly name: string;
  readonly namespace: string;
}

/** The metadata of a component's service account. */
export function accountMetadata(
  account: Account,
  labels: Labels,
  { serviceAccountAnnotations: annotations }: ProcessProps,
): k8s.ObjectMeta {
  return { ...account, ...metadataBeside({ annotations }, labels) };
}

export interface BindingProps {
  readonly name: string;
  readonly labels: Labels;
  readonly role: string;
  readonly account: Account;
}

/** Grants a ClusterRole in the whole cluster. */
export function bindInCluster(scope: Construct, id: string, { name, labels, role, account }: BindingProps): void {
  addObject(k8s.KubeClusterRoleBinding, scope, id, {
    metadata: { name, labels },
    roleRef: { apiGroup: GROUP, kind: 'ClusterRole', name: role },
    subjects: [{ kind: 'ServiceAccount', ...account }],
  });
}

/** Grants a Role in its namespace. */
export function bindInNamespace(scope: Construct, id: string, namespace: string, props: BindingProps): void {
  addObject(k8s.KubeRoleBinding, scope, id, {
    metadata: { name: props.name, namespace, labels: props.labels },
    roleRef: { apiGroup: GROUP, kind: 'Role', name: props.role },
    subjects: [{ kind: 'ServiceAccount', ...props.account }],
  });
}
