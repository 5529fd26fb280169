import { Lazy } from 'cdk8s';

/** Names that a generated class writes otherwise than its props say; and what it leaves to cdk8s. */
const WRITTEN_OTHERWISE = new Set(
  (
    'clusterIp convertClassicHistogramsToNhcb datasetUuid diskUri externalId hostIp hostIpc hostPid insecureSkipTlsVerify ' +
    'keepFiringFor keyId keyVaultResourceUrl loadBalancerIp matchOidcIdentity nodeId nonResourceUrLs partialResponseStrategy ' +
    'pdId podCidRs podCidr providerId queryOffset recordTtl ref repoUrl schema setHostnameAsFqdn storagePolicyId ' +
    'targetCpuUtilizationPercentage targetWwNs volumeId xKubernetesEmbeddedResource xKubernetesIntOrString ' +
    'xKubernetesListMapKeys xKubernetesListType xKubernetesMapType xKubernetesPreserveUnknownFields xKubernetesValidations'
  ).split(' '),
);

/**
 * Settings of an object as data, keys sorted: in one pass what the passes of cdk8s and the generated class make of them.
 * Undefined when something in them is a matter of those, as a class is that nobody knows here.
 *
 * @param dropEmpty Whether empty maps and lists are left out, as they are in metadata.
 */
export function plain(props: object, dropEmpty = false): { [key: string]: unknown } | undefined {
  let sure = true;
  const of = (value: unknown): unknown => {
    if (value === null || value === undefined) return undefined;
    if (typeof value !== 'object') return value;
    if (Array.isArray(value)) return dropEmpty && value.length === 0 ? undefined : value.map(of);
    if (value.constructor === Object && !('resolve' in value)) return ofMap(value as { [key: string]: unknown });
    if (value instanceof Lazy) return of(value.produce());
    // IntOrString and Quantity
    const { value: content } = value as { readonly value?: unknown };
    if (!('resolve' in value) && (typeof content === 'string' || typeof content === 'number')) return content;
    sure = false;
    return undefined;
  };
  const ofMap = (map: { [key: string]: unknown }) => {
    const data: { [key: string]: unknown } = {};
    let empty = true;
    for (const key of sorted(Object.keys(map))) {
      if (WRITTEN_OTHERWISE.has(key)) sure = false;
      const item = of(map[key]);
      if (item === undefined) continue;
      data[key] = item;
      empty = false;
    }
    return empty && dropEmpty ? undefined : data;
  };
  const data = ofMap(props as { [key: string]: unknown });
  return sure ? data : undefined;
}

function sorted(keys: string[]): string[] {
  for (let index = 1; index < keys.length; index++) if (keys[index - 1]! > keys[index]!) return keys.sort();
  return keys;
}
