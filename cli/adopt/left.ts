import { isKeda, type Release, releasesIn } from '../cluster/helm';
import { linesOf } from '../cluster/kubectl';
import { isNamespace, type Manifest } from '../cluster/manifests';
import type { ClusterObject } from '../cluster/object';
import type { Target } from '../cluster/target';
import { ownerOf } from '../owner';
import { command } from '../shell';
import { visible } from '../visible';

const idOf = ({ namespace, name }: Release) => `helm:${namespace}/${name}`;

/**
 * Names what is left of Helm after an adoption: of the releases that the objects came from, and, when run again, of KEDA's
 * charts in the folder's namespaces. A release of others is not left, it lives.
 */
export async function sayLeft(
  target: Target,
  manifests: readonly Manifest[],
  live: readonly ClusterObject[],
): Promise<void> {
  const adopted = new Set(live.map((object) => ownerOf(object)?.id ?? '').filter((id) => id.startsWith('helm:')));
  const namespaces = manifests.filter(isNamespace).map(({ name }) => name);
  const homes = new Set([...namespaces, ...[...adopted].map((id) => id.slice('helm:'.length).split('/')[0]!)]);
  const ended = new Map<string, Release>();
  for (const namespace of homes)
    for (const record of await releasesIn(target.kubectl, namespace))
      if (adopted.has(idOf(record)) || isKeda(record)) ended.set(idOf(record), record);

  for (const { release, object } of await ofHelm(target)) {
    if (!adopted.has(release) && !ended.has(release)) continue;
    console.log(`left of release ${visible(release.split('/')[1]!)}, not in the folder: ${visible(object)}`);
  }
  for (const { name, namespace } of ended.values()) {
    console.log(
      `left of release ${visible(name)}: Helm's record of it, with which \`helm uninstall\` would delete what is adopted; delete the record:`,
    );
    const at = target.context ? [`--context=${target.context}`] : [];
    const selector = `owner=helm,name=${name}`;
    console.log(visible(command`  kubectl ${[...at, 'delete', 'secret', '-n', namespace, '-l', selector]}`));
  }
}

/** Objects with a release's marks, but those that another object owns, which go with it. */
async function ofHelm({ kubectl }: Target): Promise<{ release: string; object: string }[]> {
  // what kubectl prints even where it fails for one kind of many, such as an API that does not answer
  const resources = linesOf((await kubectl.attempt('api-resources', '--verbs=list', '-o', 'name')).out);
  const kinds = resources.filter((kind) => !kind.startsWith('events')).join();
  const release =
    '{.metadata.annotations.meta\\.helm\\.sh/release-namespace}/{.metadata.annotations.meta\\.helm\\.sh/release-name}';
  const line = `${release} {.kind} {.metadata.namespace}/{.metadata.name} -{.metadata.ownerReferences[*].kind}{'\\n'}`;
  const path = `jsonpath={range .items[*]}${line}{end}`;
  const { out } = await kubectl.attempt('get', kinds, '-A', '-l', 'app.kubernetes.io/managed-by=Helm', '-o', path);
  return linesOf(out).flatMap((found) => {
    const [id = '', kind = '', name = '', owner] = found.split(' ');
    return owner === '-' ? [{ release: `helm:${id}`, object: `${kind} ${name.replace(/^\//, '')}` }] : [];
  });
}
