import type { Manifest } from '../cluster/manifests';

/** An object that is made for real, since a dry run of the rest needs it. */
export interface Needed {
  readonly object: { readonly kind: string; readonly metadata: { readonly name: string } };
  /** Whether it is applied even where it is already: a CRD of the folder. */
  readonly always: boolean;
}

/** CRDs of others and of the folder, namespaces, service accounts: in the order in which they need each other. */
export function neededBy(own: readonly Manifest[], others: readonly Manifest[]): Needed[] {
  const of = (manifests: readonly Manifest[], wanted: string, always = false): Needed[] =>
    manifests.filter(({ kind }) => kind === wanted).map(({ object }) => ({ object, always }));
  const made = new Set(own.filter(({ kind }) => kind === 'Namespace').map(({ name }) => name));
  const used = new Set(own.flatMap(({ namespace }) => (namespace && !made.has(namespace) ? namespace : [])));
  return [
    ...of(others, 'CustomResourceDefinition'),
    ...of(own, 'CustomResourceDefinition', true),
    ...of(own, 'Namespace'),
    ...[...used].map((name) => ({
      object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
      always: false,
    })),
    ...of(own, 'ServiceAccount'),
  ];
}

/** A Pod for each pod template, so that Pod Security and admission see it. */
export function podsOf(manifests: readonly Manifest[]): object[] {
  return manifests
    .filter(({ object: { spec } }) => spec?.template?.spec?.containers)
    .map(({ object: { metadata, spec } }) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: metadata.name, namespace: metadata.namespace, labels: spec?.template?.metadata?.labels },
      spec: spec?.template?.spec,
    }));
}
