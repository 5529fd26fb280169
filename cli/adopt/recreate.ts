import { linesOf } from '../cluster/kubectl';
import type { Manifest } from '../cluster/manifests';
import type { Target } from '../cluster/target';
import { Stop } from '../stop';

/** A ReplicaSet that stays without its Deployment. */
export interface Orphan {
  readonly namespace: string;
  readonly name: string;
}

/** Makes a Deployment anew around its pods, as many as there were. */
export async function recreate(
  { kubectl }: Target,
  { namespace = '', name }: Manifest,
  applyIt: () => Promise<void>,
): Promise<Orphan[]> {
  const at = ['-n', namespace, name];
  const read = async (path: string) => (await kubectl.run('get', 'deployment', ...at, '-o', `jsonpath=${path}`)).trim();
  const replicas = Number(await read('{.spec.replicas}'));
  const uid = await read('{.metadata.uid}');
  const owned = `?(@.metadata.ownerReferences[0].uid=='${uid}')`;
  const path = `jsonpath={range .items[${owned}]}${namespace} {.metadata.name}{'\\n'}{end}`;
  const orphans = linesOf(await kubectl.run('get', 'replicasets', '-n', namespace, '-o', path));
  await kubectl.run('delete', 'deployment', ...at, '--cascade=orphan');
  await applyIt();
  if (replicas > 1) await kubectl.run('scale', 'deployment', ...at, `--replicas=${replicas}`);
  const { ok } = await kubectl.try('rollout', 'status', 'deployment', ...at, '--timeout=300s');
  if (!ok) throw new Stop(`${namespace}/${name} is not ready after 300 s; its old pods still serve`);
  return orphans.map((line) => ({ namespace, name: line.split(' ')[1]! }));
}

/** Deletes those that the new selector does not match. */
export async function deleteOrphans({ kubectl }: Target, orphans: readonly Orphan[]): Promise<void> {
  for (const { namespace, name } of orphans) {
    const at = ['replicaset', '-n', namespace, name];
    const owners = await kubectl.run('get', ...at, '-o', 'jsonpath={.metadata.ownerReferences}');
    if (!owners.trim()) console.log((await kubectl.run('delete', ...at)).trimEnd());
  }
}
