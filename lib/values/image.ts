import type { Fault } from './fault';
import { allowedCase } from './names';

const NAME = /^([a-z0-9.-]+(:[0-9]+)?\/)?[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
const TAG = /:([A-Za-z0-9_][A-Za-z0-9_.-]{0,127})$/;
const DIGEST = /@sha256:[0-9a-f]{64}$/;

/** What keeps an image from naming the same bytes for ever, if anything: a tag can be pushed again. */
export function digestFault(image: string): Fault | undefined {
  return DIGEST.test(image)
    ? undefined
    : { reason: 'has no digest', allowed: "name@sha256:<64 hex digits>, by the environment's requireDigests" };
}

/**
 * What keeps `image` from naming one build for good, if anything: a moving tag makes a rollback impossible and makes
 * Kubernetes pull on every cold start.
 */
export function imageFault(image: string): Fault | undefined {
  const isName = (text: string) => NAME.test(text);
  const form = 'name:tag with a tag other than "latest", or name@sha256:<64 hex digits>';
  const pinned = image.replace(DIGEST, '');
  const name = pinned.replace(TAG, '');
  if (!isName(name)) return { reason: 'is not an image reference', allowed: allowedCase(name, isName, form) };
  if (pinned !== image) return undefined;
  const tag = TAG.exec(image)?.[1];
  return tag === undefined || tag === 'latest' ? { reason: 'is not pinned', allowed: form } : undefined;
}
