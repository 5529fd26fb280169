export const KEDA_VERSION = '2.21.0';
export const HTTP_ADD_ON_VERSION = '0.15.0';

/** Where the images are where nothing else is said. */
export const DEFAULT_REGISTRY = 'ghcr.io/kedacore';

const TAGS = {
  keda: KEDA_VERSION,
  'keda-metrics-apiserver': KEDA_VERSION,
  'keda-admission-webhooks': KEDA_VERSION,
  'http-add-on-operator': HTTP_ADD_ON_VERSION,
  'http-add-on-interceptor': HTTP_ADD_ON_VERSION,
  'http-add-on-scaler': HTTP_ADD_ON_VERSION,
} as const;

export const IMAGE_NAMES: readonly string[] = Object.keys(TAGS);

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
export function resolveImages(props: PlatformImagesProps = {}): PlatformImages {
  const { registry = DEFAULT_REGISTRY, digests = {} } = props;
  const references = Object.entries(TAGS).map(([image, tag]) => {
    const reference = `${registry}/${image}:${tag}`;
    return [image, digests[image] ? `${reference}@${digests[image]}` : reference];
  });
  return Object.fromEntries(references);
}
