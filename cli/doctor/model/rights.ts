import type { Target } from '../../../lib/platform/rights/targets';
import type { RoleBinding, RoleRule } from './kinds';
import type { Objects } from './objects';

/** Who asks. */
export interface Account {
  readonly name: string;
  readonly namespace: string;
}

/** What is asked for: one verb on one resource. */
export interface Right {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  /** @default - of every name */
  readonly name?: string;
  /** @default - in every namespace, or of what belongs to none */
  readonly namespace?: string;
}

/** The roles by which an account may do something in a namespace, or everywhere, with what binds them. */
export function rulesOf(objects: Objects, account: Account, namespace?: string): RoleRule[] {
  const bindings = [
    ...objects.all('ClusterRoleBinding'),
    ...(namespace === undefined ? [] : objects.in('RoleBinding', namespace)),
  ];
  return bindings.filter((binding) => isFor(binding, account)).flatMap((binding) => rulesOfBinding(objects, binding));
}

/** The rules of the role that a binding names; none where that is not there. */
export function rulesOfBinding(objects: Objects, { roleRef: { kind, name }, metadata }: RoleBinding): RoleRule[] {
  const role =
    kind === 'Role' ? objects.find('Role', metadata.namespace, name) : objects.find('ClusterRole', undefined, name);
  return role?.rules ?? [];
}

/** The rights that a rule grants, one by one. */
export function rightsIn(
  { apiGroups = [], resources = [], verbs = [], resourceNames }: RoleRule,
  namespace?: string,
): Right[] {
  const names = resourceNames?.length ? resourceNames : [undefined];
  return apiGroups.flatMap((group) =>
    resources.flatMap((resource) =>
      verbs.flatMap((verb) => names.map((name) => ({ verb, group, resource, name, namespace }))),
    ),
  );
}

/** Whether rules grant a right, as the API server reads them. */
export function grants(rules: readonly RoleRule[], { verb, group, resource, name }: Right): boolean {
  const [, subresource] = resource.split('/');
  const has = (list: string[] = [], ...wanted: string[]) => ['*', ...wanted].some((each) => list.includes(each));
  return rules.some(
    ({ apiGroups, resources, verbs, resourceNames = [] }) =>
      has(verbs, verb) &&
      has(apiGroups, group) &&
      has(resources, resource, ...(subresource ? [`*/${subresource}`] : [])) &&
      (resourceNames.length === 0 || (name !== undefined && resourceNames.includes(name))),
  );
}

/** What changes the number of a target's pods. */
export function rightToScale({ group, resource }: Target, namespace?: string): Right {
  return { verb: 'update', group, resource: `${resource}/scale`, namespace };
}

/** A right in words. */
export function rightText({ verb, group, resource, name, namespace }: Right): string {
  const [plural, ...subresource] = resource.split('/');
  const full = [group ? `${plural}.${group}` : plural, ...subresource].join('/');
  return `${verb} ${full}${name ? ` "${name}"` : ''}${namespace ? ` in ${namespace}` : ''}`;
}

/** Whether a binding is for a service account: by its name, or by a group that each is in. */
export function isFor({ subjects }: RoleBinding, { name, namespace }: Account): boolean {
  const groups = ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'];
  return (subjects ?? []).some((subject) =>
    subject.kind === 'Group'
      ? groups.includes(subject.name)
      : subject.kind === 'ServiceAccount' && subject.name === name && subject.namespace === namespace,
  );
}
