import type { Kubectl } from '../cluster/kubectl';
import { type ClusterObject, titleOf } from '../cluster/object';
import { type Crd, gonePaths, normalize } from './crds';

/** What the objects of the cluster's CRDs would lose, a line each. */
export async function lostOf(
  kubectl: Kubectl,
  before: readonly ClusterObject[],
  after: readonly Crd[],
): Promise<string[]> {
  const lost: string[] = [];
  for (const crd of before) {
    const { name } = crd.metadata;
    const stored = crd.status?.storedVersions ?? [];
    const now = after.find(({ metadata }) => metadata.name === name);
    if (!now) continue;
    const served = now.spec.versions.map((version) => version.name);
    for (const version of stored.filter((each) => !served.includes(each)))
      lost.push(`${name}: objects are stored as ${version}, which is gone; allowed: ${served.join(', ')}`);
    const gone = gonePaths(normalize(crd), now);
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
