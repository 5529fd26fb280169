import type { KustomizationSpecHealthCheckExprs } from '../../imports/kustomize.toolkit.fluxcd.io';

// CEL as Flux runs it: an expression that meets a missing field counts as "not yet".
const ready = (status: string, seen: string) =>
  `status.conditions.exists(c, c.type == "Ready" && c.status == "${status}"${seen})`;
const SEEN = ' && c.observedGeneration == metadata.generation';

// KEDA's own conditions have no generation; a paused ScaledObject is ready
const KINDS = [
  ['http.keda.sh/v1alpha1', 'HTTPScaledObject', SEEN],
  ['http.keda.sh/v1beta1', 'InterceptorRoute', SEEN],
  ['keda.sh/v1alpha1', 'ScaledObject', ''],
] as const;

/** By `<group>/<kind>`: when KEDA and its add-on have taken an object in. */
export const HEALTH_EXPRESSIONS: { readonly [kind: string]: KustomizationSpecHealthCheckExprs } = Object.fromEntries(
  KINDS.map(([apiVersion, kind, seen]) => [
    `${apiVersion.split('/')[0]}/${kind}`,
    { apiVersion, kind, failed: ready('False', seen), current: ready('True', seen) },
  ]),
);
