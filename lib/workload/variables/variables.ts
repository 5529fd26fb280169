import type { k8s } from 'cdk8s-plus-28';
import { compareText } from '../../compare';
import { type EnvSource, toValueFrom } from './env-source';

/** Variables by name, those from elsewhere without their value. */
export interface Variables {
  readonly [name: string]: string | EnvSource;
}

/** A reference to a variable, and where it stands. */
export interface Reference {
  readonly from: string;
  readonly to: string;
}

/**
 * The names in the order that a pod needs: Kubernetes expands `$(NAME)` only where NAME came before. Apart from that by
 * name.
 * @param onCycle Called with a name and the way from it back to itself.
 */
export function orderVariables(variables: Variables, onCycle?: (name: string, cycle: string[]) => void): string[] {
  const ordered = new Set<string>();
  const visit = (name: string, path: string[]): void => {
    if (ordered.has(name)) return;
    if (path.includes(name)) {
      onCycle?.(name, [...path.slice(path.indexOf(name)), name]);
      return;
    }
    for (const other of referencesIn(variables[name])) {
      // its own name is what an image or a Secret calls so, if anything
      if (other !== name && Object.hasOwn(variables, other)) visit(other, [...path, name]);
    }
    ordered.add(name);
  };
  for (const name of Object.keys(variables).sort(compareText)) visit(name, []);
  return [...ordered];
}

/** The variables as a container has them. */
export function toContainerVariables(variables: Variables): k8s.EnvVar[] {
  return orderVariables(variables).map((name) => {
    const value = variables[name];
    return typeof value === 'string' ? { name, value } : { name, valueFrom: toValueFrom(value) };
  });
}

/**
 * The references that lead to no variable, so that a pod gets their text.
 * @param texts What else refers to variables, such as arguments, by where it stands.
 */
export function danglingReferences(variables: Variables, texts: { readonly [from: string]: string } = {}): Reference[] {
  const isKnown = (to: string) => Object.hasOwn(variables, to) || isClusterVariable(to);
  const within = Object.keys(variables)
    .sort(compareText)
    .flatMap((from) =>
      referencesIn(variables[from])
        .filter((to) => to === from || !isKnown(to))
        .map((to) => ({ from: `env.${from}`, to })),
    );
  const beside = Object.entries(texts).flatMap(([from, text]) =>
    referencesIn(text)
      .filter((to) => !isKnown(to))
      .map((to) => ({ from, to })),
  );
  return [...within, ...beside];
}

/** Every pod has the address of the API server, even without links to the Services of its namespace. */
function isClusterVariable(name: string): boolean {
  return /^KUBERNETES_(SERVICE|PORT)(_|$)/.test(name);
}

/** The variables that a value refers to: `$$` stands for a dollar sign, and what comes from elsewhere is not expanded. */
export function referencesIn(value: string | EnvSource): string[] {
  if (typeof value !== 'string') return [];
  const found = [...value.matchAll(/\$\$|\$\(([^)]*)\)/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  return [...new Set(found)];
}
