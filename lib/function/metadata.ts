import type { FunctionSettings } from './fields';

/** What the objects of a function share. */
export interface FunctionMetadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels: { [key: string]: string };
}

/** The labels by which the pods of a function are found; they never change with another setting than these. */
export function selectorOf(name: string, { functionId }: FunctionSettings): FunctionMetadata['labels'] {
  return {
    app: `fn-${name}`,
    'enclii.dev/function': name,
    ...(functionId && { 'enclii.dev/function-id': functionId }),
  };
}
