import { NAMING } from './fields';

interface Labelled {
  readonly labels?: { readonly [label: string]: string };
}

/** The container of a function in its pod. */
export const FUNCTION_CONTAINER = 'function';
/** The variable that tells its process what it is called. */
const NAME_VARIABLE = 'FUNCTION_NAME';

interface Container {
  readonly name: string;
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
}

/** Name of the function whose containers these are; undefined for other pods. Whatever the labels of a company are. */
export function functionIn(containers: readonly Container[] = []): string | undefined {
  const container = containers.find(({ name }) => name === FUNCTION_CONTAINER);
  return container?.env?.find(({ name }) => name === NAME_VARIABLE)?.value;
}

/** Name of the project whose objects these are, the nearest first: as a label says it, else the namespace's. */
export function projectIn(namespace: string, ...objects: (Labelled | undefined)[]): string {
  const labels = objects.flatMap((object) => Object.entries(object?.labels ?? {}));
  const label = labels.find(([key]) => key.endsWith('/project')) ?? labels.find(([key]) => key.endsWith('/part-of'));
  const [prefix] = NAMING.fields.namespace.default.split('{');
  return label?.[1] ?? (namespace.startsWith(prefix!) ? namespace.slice(prefix!.length) : namespace);
}
