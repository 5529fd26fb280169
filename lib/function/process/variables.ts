import { compareText } from '../../compare';
import type { Fault } from '../../fields/index';
import type { EnvSource } from './env-source';

/** Variables that every function has, and the setting that each carries. */
const FIXED = {
  FUNCTION_NAME: 'name',
  FUNCTION_HANDLER: 'handler',
  FUNCTION_TIMEOUT: 'timeout',
  PORT: 'port',
} as const;

/** Variables by name, those from elsewhere without their value. */
export interface Variables {
  readonly [name: string]: string | EnvSource;
}

/** The variables that every function has. */
export type FixedVariables = { readonly [name in keyof typeof FIXED]: string };

/** A variable that refers to another. */
export interface Reference {
  readonly from: string;
  readonly to: string;
}

/** What keeps a declaration from setting a variable, if anything: it would be overridden by one that every function has. */
export function variableFault(name: string): Fault | undefined {
  if (!Object.hasOwn(FIXED, name)) return undefined;
  const setting = FIXED[name as keyof typeof FIXED];
  return { reason: `is taken: it carries the setting ${setting}`, allowed: `${setting}, or another name` };
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

/** The references that lead to no variable, so that a pod gets their text. */
export function danglingReferences(variables: Variables): Reference[] {
  return Object.keys(variables)
    .sort(compareText)
    .flatMap((from) =>
      referencesIn(variables[from])
        .filter((to) => to === from || !(Object.hasOwn(variables, to) || isClusterVariable(to)))
        .map((to) => ({ from, to })),
    );
}

/** Every pod has the address of the API server, even without links to the Services of its namespace. */
function isClusterVariable(name: string): boolean {
  return /^KUBERNETES_(SERVICE|PORT)(_|$)/.test(name);
}

// `$$` stands for a dollar sign; what comes from elsewhere is not expanded
function referencesIn(value: string | EnvSource): string[] {
  if (typeof value !== 'string') return [];
  const found = [...value.matchAll(/\$\$|\$\(([^)]*)\)/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  return [...new Set(found)];
}
