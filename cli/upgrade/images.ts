import type { Manifest } from '../cluster/manifests';
import { type ClusterObject, identityOf } from '../cluster/object';

/** The images of Deployments that are not those of the cluster, a line each. */
export function imagesOf(deployments: readonly Manifest[], live: readonly ClusterObject[]): string[] {
  return deployments.flatMap(({ namespace, name, object }) => {
    const there = live.find((each) => identityOf(each) === identityOf(object));
    const [before, after] = [there ? images(there) : 'nothing', images(object)];
    return before === after ? [] : [`${namespace}/${name}: ${before} -> ${after}`];
  });
}

function images({ spec }: ClusterObject): string {
  const containers = (spec?.template?.spec?.containers ?? []) as { readonly image: string }[];
  return containers.map(({ image }) => image).join(', ');
}
