import { type Kubectl, linesOf } from '../cluster/kubectl';
import { type ClusterObject, titleOf } from '../cluster/object';
import { Stop } from '../stop';
import type { Ownership } from './fields';

const ATTEMPTS = 5;

/** Makes the predecessors' fields ours, so that the next apply removes those that the folder does not have. */
export async function take(kubectl: Kubectl, live: readonly ClusterObject[], ownership: Ownership): Promise<void> {
  let count = 0;
  for (const object of live) if (await takeOne(kubectl, object, ownership)) count++;
  console.log(`taken over: ${count} objects`);
}

async function takeOne(kubectl: Kubectl, seen: ClusterObject, ownership: Ownership): Promise<boolean> {
  let object = seen;
  for (let attempt = 1; ; attempt++) {
    const managedFields = ownership.afterwards(object);
    if (!managedFields) return attempt > 1;
    const { resourceVersion, namespace, name } = object.metadata;
    const at = [resourceOf(object), name, ...(namespace ? ['-n', namespace] : [])];
    const patch = [
      { op: 'test', path: '/metadata/resourceVersion', value: resourceVersion },
      { op: 'replace', path: '/metadata/managedFields', value: managedFields },
    ];
    const { ok, complaint } = await kubectl.attempt('patch', ...at, '--type=json', '-p', JSON.stringify(patch));
    if (ok) return true;
    if (attempt === ATTEMPTS) throw new Stop(`${titleOf(object)}: ${linesOf(complaint).join(' ')}`);
    object = JSON.parse(await kubectl.run('get', ...at, '-o', 'json', '--show-managed-fields'));
  }
}

function resourceOf({ apiVersion, kind }: ClusterObject): string {
  const [group, version] = apiVersion.split('/');
  return version ? `${kind}.${version}.${group}` : kind;
}
