import type { ApiObject } from 'cdk8s';
import { unreadable } from '../text';

/** The way to a value within a manifest: keys of maps and indices of lists. */
export type Way = readonly (string | number)[];

/** Calls back for each key and each value that is neither a map nor a list. */
export function eachLeaf(
  value: unknown,
  found: (leaf: unknown, way: Way, isKey: boolean) => void,
  way: (string | number)[] = [],
): void {
  if (typeof value !== 'object' || value === null) {
    found(value, way, false);
    return;
  }
  for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    way.push(key);
    if (typeof key === 'string') found(key, way, true);
    eachLeaf(item, found, way);
    way.pop();
  }
}

/** A way as `spec.containers[0].env` or `metadata.annotations["a/b"]`. */
export function displayWay(way: Way): string {
  return way
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      return /^[\w-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
    })
    .join('')
    .replace(/^\./, '');
}

/** What a manifest holds that no reader of YAML takes. */
export function unreadableIn(object: ApiObject, manifest: object): string[] {
  const problems: string[] = [];
  eachLeaf(manifest, (leaf, way, isKey) => {
    const problem = problemOf(leaf);
    if (!problem) return;
    const [place, what] = isKey ? [way.slice(0, -1), `key ${JSON.stringify(leaf)}`] : [way, show(leaf)];
    problems.push(`${object.node.path}: ${[displayWay(place), what, problem].filter(Boolean).join(' ')}`);
  });
  return problems;
}

function problemOf(leaf: unknown): string | undefined {
  if (typeof leaf === 'string') return unreadable(leaf);
  // YAML has them, JSON does not, and an API server reads JSON
  if (typeof leaf === 'number' && !Number.isFinite(leaf)) return 'is not a number that JSON has; allowed: a finite one';
  return undefined;
}

function show(leaf: unknown): string {
  return typeof leaf === 'string' ? JSON.stringify(leaf) : String(leaf);
}
