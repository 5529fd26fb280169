import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { compareText } from './compare';
import { oneLine } from './one-line';
import { present, type Some } from './present';
import { secretsIn } from './secrets';

const WARNING = 'warning';

/**
 * Adds a check for what is valid and yet likely not wanted. Like a validation it runs when the whole tree is there, but
 * what it finds stops nothing.
 */
export function addWarning(scope: IConstruct, check: () => Some<string>): void {
  scope.node.addMetadata(WARNING, () => present(check()));
}

/** What the checks of a tree find, and what in its objects looks like a secret, each as `path: text`, each once. */
export function warningsOf(root: IConstruct): string[] {
  return warningsIn(root, (object) => object.toJson());
}

/** @param rendered An object that may hold a secret, as it is rendered. */
export function warningsIn(
  root: IConstruct,
  rendered: (object: ApiObject) => Parameters<typeof secretsIn>[0] | undefined,
): string[] {
  const found: [IConstruct, string][] = [];
  for (const construct of root.node.findAll()) {
    for (const { type, data } of construct.node.metadata)
      if (type === WARNING) for (const text of (data as () => string[])()) found.push([construct, text]);
    const manifest = ApiObject.isApiObject(construct) ? rendered(construct) : undefined;
    if (manifest) for (const text of secretsIn(manifest)) found.push([Chart.of(construct), text]);
  }
  const lines = found.map(([{ node }, text]) => oneLine(`${node.path || 'app'}: ${text}`));
  return [...new Set(lines)].sort(compareText);
}
