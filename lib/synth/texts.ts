import type { ApiObject } from 'cdk8s';
import { unreadable } from '../text';
import { displayWay, eachLeaf } from '../values/leaves';

/** Whether `unreadableIn` may find something in one of the manifests of a text. */
export function mayBeUnreadable(text: string): boolean {
  return text.includes('\\') || /NaN|Infinity/.test(text) || unreadable(text) !== undefined;
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
