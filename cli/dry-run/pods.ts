import type { ClusterObject } from '../cluster/object';

/** A Pod for each pod template, so that Pod Security and admission see it. */
export function podsOf(objects: readonly ClusterObject[]): object[] {
  return objects
    .filter(({ spec }) => spec?.template?.spec?.containers)
    .map(({ metadata, spec }) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: metadata.name, namespace: metadata.namespace, labels: spec?.template?.metadata?.labels },
      spec: spec?.template?.spec,
    }));
}
