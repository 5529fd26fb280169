import type { FunctionSettings } from '../fields';

interface Texts {
  [key: string]: string;
}

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
export function podMetadataOf(selector: Texts, { podLabels, podAnnotations }: FunctionSettings) {
  return metadataBeside({ labels: podLabels, annotations: podAnnotations }, selector);
}

/** Declared labels and annotations, with the labels that are this library's own. */
export function metadataBeside(
  { labels, annotations = {} }: Pick<FunctionSettings, 'labels' | 'annotations'>,
  own: Texts,
): Pick<FunctionMetadata, 'labels' | 'annotations'> {
  return { labels: { ...labels, ...own }, annotations: Object.keys(annotations).length > 0 ? annotations : undefined };
}
