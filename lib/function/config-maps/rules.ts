import type { Breach, Rule } from '../../fields/index';
import type { Volume } from '../../workload/volumes/volume';
import type { FunctionProps } from '../props';
import type { ConfigMapDeclaration } from './props';

/** The API server: pkg/apis/core, MaxSecretSize. */
const MAX_BYTES = 2 ** 20;

type Settings = Pick<FunctionProps, 'configMaps' | 'volumes' | 'envValueFrom' | 'initContainers'>;
type Way = (string | number)[];
/** What a volume asks for, or one of its sources. */
type Asked = Pick<Volume, 'configMap' | 'items' | 'subPath' | 'optional' | 'projected'>;
type ConfigMaps = NonNullable<Settings['configMaps']>;

/** What of the ConfigMaps beside a function the API server refuses, or keeps a pod from starting. */
export const CONFIG_MAPS_RULES: Rule<Settings>[] = [
  {
    props: ['configMaps'],
    check: ({ configMaps = {} }) => Object.entries(configMaps).flatMap((entry) => faultOf(...entry) ?? [])[0],
  },
  {
    props: ['configMaps', 'envValueFrom', 'volumes', 'initContainers'],
    check({ configMaps = {}, initContainers = [], ...own }) {
      const wayOf = (container: Settings) => missingIn(configMaps, container);
      const [way] = [wayOf(own), ...initContainers.map((each, index) => prefixed(index, wayOf(each)))].filter(Boolean);
      if (!way) return undefined;
      const [prop, ...item] = way;
      const reason = 'is not in the ConfigMap as it is declared';
      return { prop: String(prop), item, reason, allowed: 'what it holds, or optional: true' };
    },
  },
];

function prefixed(index: number, way?: Way): Way | undefined {
  return way && ['initContainers', index, ...way];
}

function faultOf(name: string, { data = {}, binaryData = {} }: ConfigMapDeclaration): Breach | undefined {
  // every namespace has it
  if (name === 'kube-root-ca.crt')
    return { prop: 'configMaps', item: [name], reason: 'is made by the cluster', allowed: 'another name' };
  const twice = Object.keys(data).find((key) => Object.hasOwn(binaryData, key));
  if (twice !== undefined)
    return { prop: 'configMaps', item: [name, 'data', twice], reason: 'is given twice', allowed: 'each key once' };
  const bytes = [
    ...Object.values(data).map((text) => Buffer.byteLength(text)),
    ...Object.values(binaryData).map((text) => Buffer.byteLength(text, 'base64')),
  ].reduce((sum, length) => sum + length, 0);
  return bytes > MAX_BYTES
    ? { prop: 'configMaps', item: [name], reason: `holds ${bytes} bytes`, allowed: `at most ${MAX_BYTES}, 1 MiB` }
    : undefined;
}

/** Where a container asks for what a ConfigMap of the declaration does not have. */
function missingIn(configMaps: ConfigMaps, { envValueFrom = {}, volumes = {} }: Settings): Way | undefined {
  for (const [name, { configMap, key = '', optional }] of Object.entries(envValueFrom)) {
    if (!optional && keysOf(configMaps, configMap)?.includes(key) === false) return ['envValueFrom', name, 'key'];
  }
  for (const [path, volume] of Object.entries(volumes)) {
    const item = missingItem(configMaps, volume);
    if (item) return ['volumes', path, ...item];
  }
  return undefined;
}

/** Where a volume asks for what a ConfigMap of the declaration does not have. */
function missingItem(configMaps: ConfigMaps, volume: Asked): Way | undefined {
  for (const [index, source] of (volume.projected ?? []).entries()) {
    const item = missingItem(configMaps, source);
    if (item) return ['projected', index, ...item];
  }
  const { configMap, items, subPath, optional } = volume;
  const keys = keysOf(configMaps, configMap);
  if (!keys || optional) return undefined;
  const item = Object.keys(items ?? {}).find((key) => !keys.includes(key));
  if (item !== undefined) return ['items', item];
  const paths = items ? Object.values(items) : keys;
  const isThere = subPath === undefined || paths.some((path) => `${path}/`.startsWith(`${subPath}/`));
  return isThere ? undefined : ['subPath'];
}

function keysOf(configMaps: ConfigMaps, name?: string): string[] | undefined {
  if (name === undefined || !Object.hasOwn(configMaps, name)) return undefined;
  const { data, binaryData } = configMaps[name];
  return Object.keys({ ...data, ...binaryData });
}
