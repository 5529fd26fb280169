import { type Kubectl, linesOf } from '../cluster/kubectl';
import { isNamespace, type Manifest } from '../cluster/manifests';
import { type ClusterObject, identityOf, titleOf } from '../cluster/object';
import { visible } from '../visible';
import type { Ownership } from './fields';

const WORKLOADS = 'deployments,statefulsets,daemonsets,cronjobs';

/** Says what will be done. @returns The Deployments to make anew, whose selector differs. */
export function sayPlan(
  manifests: readonly Manifest[],
  live: readonly ClusterObject[],
  ownership: Ownership,
): Manifest[] {
  const found = new Map(live.map((object) => [identityOf(object), object]));
  const owners = new Map<string, number>();
  for (const object of live)
    for (const { manager } of ownership.taken(object)) owners.set(manager, (owners.get(manager) ?? 0) + 1);
  const named = [...owners].map(([manager, count]) => `${visible(manager)} (${count})`);
  console.log(`to create: ${manifests.length - found.size} objects`);
  console.log(`to take over: ${found.size} objects${named.length ? `, from ${named.join(', ')}` : ''}`);
  return manifests.filter((manifest) => {
    const before = found.get(identityOf(manifest.object));
    if (manifest.kind !== 'Deployment' || !before) return false;
    const [from, to] = [selectorOf(before), selectorOf(manifest.object)];
    if (from === to) return false;
    console.log(
      `to recreate: ${titleOf(manifest.object)}, whose pods stay until new ones are ready; a selector cannot be changed`,
    );
    console.log(`  from ${visible(from)}\n  to   ${to}`);
    return true;
  });
}

function selectorOf({ spec }: ClusterObject): string {
  const labels = Object.entries(spec?.selector?.matchLabels ?? {});
  return labels
    .sort()
    .map((pair) => pair.join('='))
    .join(',');
}

/** Fields of others of which a person must say whose they will be. */
export function strangersIn(live: readonly ClusterObject[], ownership: Ownership): string[] {
  const titles = new Map<string, string[]>();
  for (const object of live)
    for (const { manager } of ownership.strangers(object))
      titles.set(manager, [...(titles.get(manager) ?? []), titleOf(object)]);
  return [...titles].map(([manager, all]) => {
    const more = all.length > 3 ? ', ...' : '';
    return `"${visible(manager)}" owns fields of ${all.slice(0, 3).join(', ')}${more}`;
  });
}

/** Names workloads of the folder's namespaces that are not in the folder: what its rules may refuse. */
export async function noteOthers(kubectl: Kubectl, manifests: readonly Manifest[]): Promise<void> {
  const known = new Set(manifests.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`));
  for (const { name: namespace } of manifests.filter(isNamespace)) {
    const path = "{range .items[*]}{.kind} {.metadata.namespace}/{.metadata.name}{'\\n'}{end}";
    const said = await kubectl.run('get', WORKLOADS, '-n', namespace, '--ignore-not-found', '-o', `jsonpath=${path}`);
    for (const workload of linesOf(said).filter((line) => !known.has(line))) {
      const why = 'its new pods must pass the Pod Security Standard that the namespace gets';
      console.log(visible(`note: ${workload} is not in the folder; ${why}`));
    }
  }
}

/** Functions that would have two scalers of one Deployment. */
export async function twoScalersIn(kubectl: Kubectl, manifests: readonly Manifest[]): Promise<string[]> {
  const problems: string[] = [];
  for (const { namespace = '', name } of manifests.filter(({ kind }) => kind === 'InterceptorRoute')) {
    const path = "{.kind} {.metadata.annotations['httpscaledobject\\.keda\\.sh/skip-scaledobject-creation']}";
    const args = ['get', 'httpscaledobject', name, '-n', namespace, '--ignore-not-found', '-o', `jsonpath=${path}`];
    const found = (await kubectl.attempt(...args)).out;
    // one with this annotation is not a scaler, it only carries the function's request rate
    if (!found || found.endsWith(' true')) continue;
    const what =
      'is scaled by an HTTPScaledObject, and the folder has an InterceptorRoute: two scalers of one Deployment';
    problems.push(`${namespace}/${name} ${what}; allowed: scaler: httpScaledObject`);
  }
  return problems;
}
