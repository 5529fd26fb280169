import { createHash } from 'node:crypto';
import { sortedEntries } from '../../compare';
import type { FunctionConfigMapsProps } from './props';

/** Annotation of pods that changes with what is declared beside them, under the name that Helm's users give it. */
export const CHECKSUM = 'checksum/config';

/** What changes the pods when a ConfigMap that is declared beside them does. */
export function checksumOf({ configMaps = {} }: FunctionConfigMapsProps): { readonly [annotation: string]: string } {
  const all = sortedEntries(configMaps);
  if (all.length === 0) return {};
  const content = all.map(([name, { data = {}, binaryData = {} }]) => [
    name,
    sortedEntries(data),
    sortedEntries(binaryData),
  ]);
  return { [CHECKSUM]: createHash('sha256').update(JSON.stringify(content)).digest('hex') };
}
