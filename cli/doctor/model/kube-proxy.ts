import { isMap, parseDocument } from 'yaml';

/** Where the ConfigMap of kube-proxy is. */
export const KUBE_PROXY_NAMESPACE = 'kube-system';

/** How kube-proxy writes what a Service leads to. */
export interface KubeProxy {
  /** Name of the ConfigMap that says so. */
  readonly configMap: string;
  /** Path of the setting. */
  readonly setting: string;
  /** As it is written; empty where it is not. */
  readonly written: string;
  /** How long it waits at least after it wrote. */
  readonly minSyncMillis: number;
}

/** What no setting means: `v1alpha1/defaults.go` of kube-proxy 1.36. In the mode `ipvs` it does not wait. */
const DEFAULT_MILLIS: { readonly [mode: string]: number } = { iptables: 1000, nftables: 1000 };
const UNITS: { readonly [unit: string]: number } = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, us: 0.001, ns: 0.000001 };

/** What a file says; undefined where it is not that of kube-proxy. */
export function kubeProxyOf(configMap: string, text: string): KubeProxy | undefined {
  const document = parseDocument(text);
  if (!isMap(document.contents) || document.get('kind') !== 'KubeProxyConfiguration') return undefined;
  const mode = String(document.get('mode') || 'iptables');
  const written = String(document.getIn([mode, 'minSyncPeriod']) ?? '');
  return {
    configMap,
    setting: `${mode}.minSyncPeriod`,
    written,
    minSyncMillis: millisOf(written) || (DEFAULT_MILLIS[mode] ?? 0),
  };
}

/** Of a duration as Go writes it, such as `1m0.5s`. */
function millisOf(duration: string): number {
  const parts = duration.matchAll(/([\d.]+)(h|ms|us|ns|m|s)/g);
  return [...parts].reduce((sum, [, amount, unit]) => sum + Number(amount) * UNITS[unit!]!, 0);
}
