import { visible } from './visible';

/** What an object says of who made it. */
export interface OwnedObject {
  readonly kind?: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: { readonly [key: string]: string };
    readonly annotations?: { readonly [key: string]: string };
    readonly ownerReferences?: { readonly kind: string; readonly name: string }[];
  };
}

/** A tool that made an object and will change or delete it. */
export interface Owner {
  /** Such as `helm:namespace/release`, `argocd:application`, `flux:namespace/kustomization`. */
  readonly id: string;
  /** For a person, on one line. */
  readonly text: string;
}

/** Chart label of upstream's two charts, whose releases `adopt` takes over. */
export const KEDA_CHART = /^keda(-add-ons-http)?-\d/;

/** The tool whose marks an object carries: Helm, Argo CD, Flux, OLM, a cluster's add-ons, or another object. */
export function ownerOf({ metadata }: OwnedObject): Owner | undefined {
  const { labels = {}, annotations = {}, ownerReferences = [] } = metadata;
  const owner = (tool: string, what: string, name: string, namespace?: string): Owner => ({
    id: `${tool}:${namespace ? `${namespace}/` : ''}${name}`,
    text: visible(`${what} "${name}"${namespace ? ` (namespace ${namespace})` : ''}`),
  });
  const release = annotations['meta.helm.sh/release-name'];
  if (release) {
    return owner('helm', 'Helm release', release, annotations['meta.helm.sh/release-namespace'] ?? metadata.namespace);
  }
  const application =
    annotations['argocd.argoproj.io/tracking-id']?.split(':')[0] ?? labels['argocd.argoproj.io/instance'];
  if (application) return owner('argocd', 'Argo CD application', application);
  for (const [what, prefix] of [
    ['Flux Kustomization', 'kustomize'],
    ['Flux HelmRelease', 'helm'],
  ] as const) {
    const name = labels[`${prefix}.toolkit.fluxcd.io/name`];
    if (name) return owner('flux', what, name, labels[`${prefix}.toolkit.fluxcd.io/namespace`]);
  }
  if (labels['olm.owner']) return owner('olm', 'Operator Lifecycle Manager', labels['olm.owner']);
  const addon = labels['kubernetes.azure.com/managedby'] ?? labels['addonmanager.kubernetes.io/mode'];
  if (addon) return owner('addon', "the cluster's add-on manager", addon);
  // a ScaledObject that the add-on makes of an HTTPScaledObject is a function's own
  const parent = ownerReferences.find(({ kind }) => kind !== 'HTTPScaledObject');
  return parent && owner('object', parent.kind, parent.name);
}
