export interface Texts {
  [key: string]: string;
}

/** The part of an object's metadata that a declaration can add to. */
export interface DeclaredMetadata {
  readonly labels?: Texts;
  readonly annotations?: Texts;
}

/** Declared labels and annotations, with the labels that are this library's own. */
export function metadataBeside(
  { labels, annotations = {} }: DeclaredMetadata,
  own: { readonly [key: string]: string },
): { labels: Texts; annotations?: Texts } {
  return { labels: { ...labels, ...own }, annotations: Object.keys(annotations).length > 0 ? annotations : undefined };
}
