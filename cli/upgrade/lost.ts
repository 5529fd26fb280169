import type { Kubectl } from '../cluster/kubectl';
import type { Manifest } from '../cluster/manifests';
import type { ClusterObject } from '../cluster/object';
import { type Crd, gonePaths, normalize } from './crds';

/** A CRD of the cluster, and the versions that its objects are stored in. */
export interface LiveCrd {
  readonly crd: Crd;
  readonly stored: readonly string[];
}

/** Those of some CRDs that the cluster has. */
export async function liveCrds(kubectl: Kubectl, crds: readonly Manifest[]): Promise<LiveCrd[]> {
  if (crds.length === 0) return [];
  const names = crds.map(({ name }) => name);
  const out = await kubectl.run('get', 'customresourcedefinitions', '--ignore-not-found', '-o', 'json', ...names);
  if (!out.trim()) return [];
  // of one name kubectl answers the object itself
  const found = JSON.parse(out);
  const items: ClusterObject[] = found.items ?? [found];
  return items.map((item) => ({ crd: normalize(item), stored: item.status?.storedVersions ?? [] }));
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

function titleOf({ kind, metadata: { namespace, name } }: ClusterObject): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
