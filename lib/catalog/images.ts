import { CLOUDFLARE } from '../edge/cloudflare-fields';
import type { Path, Problem } from '../fields';
import { resolveImages } from '../platform/versions';
import type { Policy } from '../policy/policy';
import type { EnvironmentFile } from './environment-file';

/** What a policy refuses of the images that an environment brings itself. */
export function refusedImages({ platform = {}, edge }: EnvironmentFile, policy: Policy): Problem[] {
  const refused = (path: Path, image: string): Problem[] => {
    const fault = policy.imageFault(image);
    return fault ? [{ path, value: image, ...fault }] : [];
  };
  return [
    ...Object.entries(platform ? resolveImages(platform.images) : {}).flatMap(([name, image]) =>
      refused(['platform', 'digests', name], image),
    ),
    ...(edge?.cloudflare ? refused(['edge', 'cloudflare', 'image'], CLOUDFLARE.fill(edge.cloudflare).image) : []),
  ];
}
