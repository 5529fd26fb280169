/** What is scaled. */
export interface Target {
  readonly name: string;
  readonly kind: string;
  /** Group of its API, without the version. */
  readonly group: string;
  /** Plural, as roles name it. */
  readonly resource: string;
}

/** KEDA reads these from a cache, not each when it needs it. */
export const CACHED_TARGETS = ['deployments', 'statefulsets', 'replicasets'];

/** What an object makes KEDA scale, if anything. */
// biome-ignore lint/suspicious/noExplicitAny: the spec of any kind
export function targetOf({ kind: by, spec }: { readonly kind: string; readonly spec: any }): Target | undefined {
  if (by !== 'ScaledObject' && by !== 'HTTPScaledObject') return undefined;
  const { name, kind = 'Deployment', apiVersion = 'apps/v1' } = spec.scaleTargetRef;
  // a patch may have made anything of them
  return { name, kind, group: String(apiVersion).split('/')[0]!, resource: plural(String(kind).toLowerCase()) };
}

/** As Kubernetes guesses it where it cannot ask. */
function plural(kind: string): string {
  if (kind.endsWith('s')) return `${kind}es`;
  return kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}
