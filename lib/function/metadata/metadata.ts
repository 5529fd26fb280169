import { metadataBeside, type Texts } from '../../workload/metadata';
import { checksumOf } from '../config-maps/checksum';
import type { FunctionSettings } from '../fields';

/** What the objects of a function share. */
export interface FunctionMetadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Texts;
  readonly annotations?: Texts;
}

/** The labels by which the pods of a function are found; they never change with another setting than these. */
export function selectorOf(name: string, { functionId }: FunctionSettings): Texts {
  return {
    app: `fn-${name}`,
    'enclii.dev/function': name,
    ...(functionId && { 'enclii.dev/function-id': functionId }),
  };
}

/** The metadata of each object of a function. */
export function metadataOf(namespace: string, selector: Texts, settings: FunctionSettings): FunctionMetadata {
  return { name: selector.app, namespace, ...metadataBeside(settings, selector) };
}

/** The metadata of the pods of a function. */
export function podMetadataOf(selector: Texts, settings: FunctionSettings) {
  const { podLabels, podAnnotations } = settings;
  return metadataBeside({ labels: podLabels, annotations: { ...podAnnotations, ...checksumOf(settings) } }, selector);
}
