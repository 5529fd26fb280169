import type { IConstruct } from 'constructs';
import { reject } from '../errors';

export const KEDA_VERSION = '2.21.0';
export const HTTP_ADD_ON_VERSION = '0.15.0';

const REGISTRY = /^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

const TAGS = {
  keda: KEDA_VERSION,
  'keda-metrics-apiserver': KEDA_VERSION,
  'keda-admission-webhooks': KEDA_VERSION,
  'http-add-on-operator': HTTP_ADD_ON_VERSION,
  'http-add-on-interceptor': HTTP_ADD_ON_VERSION,
  'http-add-on-scaler': HTTP_ADD_ON_VERSION,
} as const;

/** Where the platform's images come from. */
export interface PlatformImagesProps {
  /** Registry and path in front of each image's name, such as a mirror's. @default "ghcr.io/kedacore" */
  readonly registry?: string;
  /**
   * Digest (`sha256:…`) of an image by its name: keda, keda-metrics-apiserver, keda-admission-webhooks,
   * http-add-on-operator, http-add-on-interceptor, http-add-on-scaler.
   * @default - the tag alone names the image
   */
  readonly digests?: { [image: string]: string };
}

/** The platform's images by name, as references. */
export type PlatformImages = { readonly [image in keyof typeof TAGS]: string };

/** Resolves every image to `<registry>/<name>:<version>`, with its digest behind if there is one. */
export function resolveImages(scope: IConstruct, props: PlatformImagesProps = {}): PlatformImages {
  const { registry = 'ghcr.io/kedacore', digests = {} } = props;
  for (const [image, digest] of Object.entries(digests)) {
    if (!Object.hasOwn(TAGS, image))
      reject(scope, `digest for unknown image "${image}"; allowed: ${Object.keys(TAGS).join(', ')}`);
    if (!DIGEST.test(digest)) {
      reject(scope, `digest "${digest}" of image ${image} is invalid; allowed: sha256:<64 hex digits>`);
    }
  }
  if (!REGISTRY.test(registry)) {
    reject(scope, `registry "${registry}" is invalid; allowed: host[:port][/path], in lower case`);
  }
  const references = Object.entries(TAGS).map(([image, tag]) => {
    const reference = `${registry}/${image}:${tag}`;
    return [image, digests[image] ? `${reference}@${digests[image]}` : reference];
  });
  return Object.fromEntries(references);
}
