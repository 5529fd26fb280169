import { CLOUDFLARE } from '../edge/cloudflare-fields';
import type { Path, Problem } from '../fields';
import { resolveImages } from '../platform/versions';
import type { Policy } from '../policy/policy';
import type { EnvironmentFile } from './environment-file';

/** What a policy refuses of the images that an environment brings itself. */
export function refusedImages(
  { platform = {}, edge: { cloudflare } = {} }: EnvironmentFile,
  policy: Policy,
): Problem[] {
  const images: [Path, string][] = Object.entries(platform ? resolveImages(platform.images) : {}).map(
    ([name, image]) => [['platform', 'digests', name], image],
  );
  if (cloudflare) images.push([['edge', 'cloudflare', 'image'], CLOUDFLARE.fill(cloudflare).image]);
  return images.flatMap(([path, value]) => {
    const fault = policy.imageFault(value);
    return fault ? [{ path, value, ...fault }] : [];
  });
}
