import type { Kubectl } from '../cluster/kubectl';
import { isOfPlatform, type Manifest, nameOf } from '../cluster/manifests';
import type { ClusterObject } from '../cluster/object';

/** The images of the platform that are not those of the cluster, a line each. */
export async function imagesOf(kubectl: Kubectl, manifests: readonly Manifest[]): Promise<string[]> {
  const lines: string[] = [];
  for (const manifest of manifests.filter((each) => isOfPlatform(each) && each.kind === 'Deployment')) {
    const { namespace = 'default', object } = manifest;
    const out = await kubectl.run('get', '--ignore-not-found', '-n', namespace, nameOf(manifest), '-o', 'json');
    const [before, after] = [out.trim() ? images(JSON.parse(out)) : 'nothing', images(object)];
    if (before !== after) lines.push(`${namespace}/${manifest.name}: ${before} -> ${after}`);
  }
  return lines;
}

function images({ spec }: ClusterObject): string {
  const containers = (spec?.template?.spec?.containers ?? []) as { readonly image: string }[];
  return containers.map(({ image }) => image).join(', ');
}
