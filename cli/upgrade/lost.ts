import type { Kubectl } from '../cluster/kubectl';
import { type ClusterObject, titleOf } from '../cluster/object';
import { type Crd, gonePaths, normalize } from './crds';

/** A CRD of the cluster, and the versions that its objects are stored in. */
export interface LiveCrd {
  readonly crd: Crd;
  readonly stored: readonly string[];
}

export function liveCrds(live: readonly ClusterObject[]): LiveCrd[] {
  return live
    .filter(({ kind }) => kind === 'CustomResourceDefinition')
    .map((crd) => ({ crd: normalize(crd), stored: crd.status?.storedVersions ?? [] }));
}

/** What the cluster's objects would lose, a line each. */
export async function lostOf(kubectl: Kubectl, before: readonly LiveCrd[], after: readonly Crd[]): Promise<string[]> {
  const lost: string[] = [];
  for (const { crd, stored } of before) {
    const { name } = crd.metadata;
    const now = after.find(({ metadata }) => metadata.name === name);
    if (!now) continue;
    const served = now.spec.versions.map((version) => version.name);
    for (const version of stored.filter((each) => !served.includes(each)))
      lost.push(`${name}: objects are stored as ${version}, which is gone; allowed: ${served.join(', ')}`);
    const gone = gonePaths(crd, now);
    if (gone.length === 0) continue;
    const { items } = JSON.parse(await kubectl.run('get', name, '-A', '-o', 'json')) as { items: ClusterObject[] };
    for (const item of items)
      for (const path of gone.filter((each) => has(item, each)))
        lost.push(`${titleOf(item)}: has ${path.join('.')}, which is gone`);
  }
  return [...new Set(lost)]; // a field may be gone from several versions
}

/** Whether an object has something at a path, in which `[]` is any item and `{}` any value. */
function has(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return value !== undefined;
  if (typeof value !== 'object' || value === null) return false;
  if (step === '[]' || step === '{}') return Object.values(value).some((each) => has(each, rest));
  return Object.hasOwn(value, step) && has((value as { readonly [key: string]: unknown })[step], rest);
}
