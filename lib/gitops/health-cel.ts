import type { KustomizationSpecHealthCheckExprs } from '../../imports/kustomize.toolkit.fluxcd.io';

// CEL as Flux runs it: an expression that meets a missing field counts as "not yet".
const ready = (status: string, seen = '') =>
  `status.conditions.exists(c, c.type == "Ready" && c.status == "${status}"${seen})`;
const SEEN = ' && c.observedGeneration == metadata.generation';

/** By `<group>/<kind>`: when KEDA and its add-on have taken an object in. */
export const HEALTH_EXPRESSIONS: { readonly [kind: string]: KustomizationSpecHealthCheckExprs } = {
  'http.keda.sh/HTTPScaledObject': {
    apiVersion: 'http.keda.sh/v1alpha1',
    kind: 'HTTPScaledObject',
    failed: ready('False', SEEN),
    current: ready('True', SEEN),
  },
  'http.keda.sh/InterceptorRoute': {
    apiVersion: 'http.keda.sh/v1beta1',
    kind: 'InterceptorRoute',
    failed: ready('False', SEEN),
    current: ready('True', SEEN),
  },
  // KEDA's own conditions have no generation; a paused ScaledObject is ready
  'keda.sh/ScaledObject': {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    failed: ready('False'),
    current: ready('True'),
  },
};
