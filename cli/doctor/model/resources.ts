import type { Kind } from './kinds';

/** Where the API server keeps a kind, and how doctor asks for it. */
export interface Resource {
  readonly kind: Kind;
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly namespaced: boolean;
  /** Whether doctor gets the objects that `dist` names, one by one, because a list of all would be large. */
  readonly byName?: boolean;
}

const namespaced = (kind: Kind, group: string, version: string, plural: string, isNamespaced = true): Resource => ({
  kind,
  group,
  version,
  plural,
  namespaced: isNamespaced,
});
const cluster = (kind: Kind, group: string, version: string, plural: string, byName = false): Resource => ({
  ...namespaced(kind, group, version, plural, false),
  byName,
});

/** All that doctor reads, except pod logs and the interceptors' queue. */
export const RESOURCES: Resource[] = [
  cluster('Namespace', '', 'v1', 'namespaces'),
  cluster('Node', '', 'v1', 'nodes'),
  namespaced('Pod', '', 'v1', 'pods'),
  namespaced('Service', '', 'v1', 'services'),
  namespaced('Event', '', 'v1', 'events'),
  namespaced('ResourceQuota', '', 'v1', 'resourcequotas'),
  namespaced('ServiceAccount', '', 'v1', 'serviceaccounts'),
  cluster('PriorityClass', 'scheduling.k8s.io', 'v1', 'priorityclasses'),
  cluster('RuntimeClass', 'node.k8s.io', 'v1', 'runtimeclasses'),
  namespaced('Deployment', 'apps', 'v1', 'deployments'),
  namespaced('StatefulSet', 'apps', 'v1', 'statefulsets'),
  namespaced('CronJob', 'batch', 'v1', 'cronjobs'),
  namespaced('Job', 'batch', 'v1', 'jobs'),
  namespaced('EndpointSlice', 'discovery.k8s.io', 'v1', 'endpointslices'),
  namespaced('NetworkPolicy', 'networking.k8s.io', 'v1', 'networkpolicies'),
  namespaced('HorizontalPodAutoscaler', 'autoscaling', 'v2', 'horizontalpodautoscalers'),
  namespaced('ScaledObject', 'keda.sh', 'v1alpha1', 'scaledobjects'),
  namespaced('ScaledJob', 'keda.sh', 'v1alpha1', 'scaledjobs'),
  namespaced('TriggerAuthentication', 'keda.sh', 'v1alpha1', 'triggerauthentications'),
  cluster('ClusterTriggerAuthentication', 'keda.sh', 'v1alpha1', 'clustertriggerauthentications'),
  namespaced('InterceptorRoute', 'http.keda.sh', 'v1beta1', 'interceptorroutes'),
  namespaced('HTTPScaledObject', 'http.keda.sh', 'v1alpha1', 'httpscaledobjects'),
  cluster('CustomResourceDefinition', 'apiextensions.k8s.io', 'v1', 'customresourcedefinitions', true),
  namespaced('Role', 'rbac.authorization.k8s.io', 'v1', 'roles'),
  namespaced('RoleBinding', 'rbac.authorization.k8s.io', 'v1', 'rolebindings'),
  cluster('ClusterRole', 'rbac.authorization.k8s.io', 'v1', 'clusterroles'),
  cluster('ClusterRoleBinding', 'rbac.authorization.k8s.io', 'v1', 'clusterrolebindings'),
  cluster('APIService', 'apiregistration.k8s.io', 'v1', 'apiservices', true),
  cluster('ValidatingWebhookConfiguration', 'admissionregistration.k8s.io', 'v1', 'validatingwebhookconfigurations'),
  cluster('MutatingWebhookConfiguration', 'admissionregistration.k8s.io', 'v1', 'mutatingwebhookconfigurations'),
];

/** The resource of a kind, for `kubectl` and in messages. */
export function resourceOf(kind: Kind): Resource {
  return RESOURCES.find((resource) => resource.kind === kind)!;
}

/** A kind's full name, as kubectl takes it and CRDs are named. */
export function fullNameOf({ plural, group }: Resource): string {
  return group ? `${plural}.${group}` : plural;
}

/** Path of a resource at the API server: of one object, of a namespace's, or of all. */
export function pathOf(
  { group, version, plural }: Pick<Resource, 'group' | 'version' | 'plural'>,
  namespace?: string,
  name?: string,
): string {
  const root = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  return [root, ...(namespace ? ['namespaces', namespace] : []), plural, ...(name ? [name] : [])].join('/');
}
