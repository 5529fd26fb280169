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

/** Where the library itself has such a name: the way to it within a kind, and how it is written there. */
const WRITTEN_AS: { readonly [way: string]: string } = {
  'Application spec source repoUrl': 'repoURL',
  'ClusterRole rules nonResourceUrLs': 'nonResourceURLs',
  'GitRepository spec ref': 'ref',
  'OCIRepository spec ref': 'ref',
  'Service spec clusterIp': 'clusterIP',
};

type Data = { [key: string]: unknown };

interface Plain {
  /** Whether empty maps and lists are left out, as they are in metadata. */
  readonly dropEmpty?: boolean;
  /** The kind of object whose generated class writes this. @default - none: all names are as they are written */
  readonly kind?: string;
}

/**
 * Settings of an object as data, keys sorted: in one pass what the passes of cdk8s and the generated class make of them.
 * Undefined when something in them is a matter of those, as a class is that nobody knows here.
 */
export function plain(props: object, { dropEmpty = false, kind }: Plain = {}): Data | undefined {
  let sure = true;
  const way = [kind];
  const of = (value: unknown): unknown => {
    if (value === null || value === undefined) return undefined;
    if (typeof value !== 'object') return value;
    if (Array.isArray(value)) return dropEmpty && value.length === 0 ? undefined : value.map(of);
    if (value.constructor === Object && !('resolve' in value)) return ofMap(value as Data);
    if (value instanceof Lazy) return of(value.produce());
    // IntOrString and Quantity
    const { value: content } = value as { readonly value?: unknown };
    if (!('resolve' in value) && (typeof content === 'string' || typeof content === 'number')) return content;
    sure = false;
    return undefined;
  };
  const nameOf = (key: string) => {
    if (kind === undefined || !WRITTEN_OTHERWISE.has(key)) return key;
    const name = WRITTEN_AS[way.join(' ')];
    if (name === undefined) sure = false;
    return name ?? key;
  };
  const ofMap = (map: Data) => {
    const data: Data = {};
    let empty = true;
    for (const key of sorted(Object.keys(map))) {
      way.push(key);
      const item = of(map[key]);
      if (item !== undefined) {
        data[nameOf(key)] = item;
        empty = false;
      }
      way.pop();
    }
    return empty && dropEmpty ? undefined : data;
  };
  const data = ofMap(props as Data);
  return sure ? data : undefined;
}

function sorted(keys: string[]): string[] {
  for (let index = 1; index < keys.length; index++) if (keys[index - 1]! > keys[index]!) return keys.sort();
  return keys;
}
