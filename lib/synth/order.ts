import { compareText } from '../compare';

/** A Kubernetes object, rendered. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

// Objects stand in a file in the order in which a cluster needs them, so that one pass of `kubectl apply -f` works.
// An InterceptorRoute comes before its ScaledObject: KEDA backs off for up to 60 s from a route that is missing.
const FIRST = [
  'Namespace',
  'ResourceQuota',
  'LimitRange',
  'NetworkPolicy',
  'CustomResourceDefinition',
  'ServiceAccount',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'ReferenceGrant',
  'ConfigMap',
  'Secret',
  'Service',
  'Deployment',
  'PodDisruptionBudget',
  'APIService',
  'ValidatingWebhookConfiguration',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'InterceptorRoute',
  'HTTPScaledObject',
  'ScaledObject',
];

/** Orders objects by what others depend on, then by name: the order of construction leaves no trace. */
export function compareObjects(a: Manifest, b: Manifest): number {
  return rank(a) - rank(b) || compareText(sortKey(a), sortKey(b));
}

/** What a cluster tells objects apart by. */
export function identityOf({ apiVersion, kind, metadata: { namespace = '', name } }: Manifest): string {
  return `${apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')))} ${kind} ${namespace} ${name}`;
}

function rank({ kind }: Manifest): number {
  const index = FIRST.indexOf(kind);
  return index < 0 ? FIRST.length : index;
}

function sortKey({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.namespace ?? ''} ${metadata.name}`;
}
