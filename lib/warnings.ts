import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { compareText } from './compare';
import { oneLine } from './one-line';
import { secretsIn } from './secrets';

const WARNING = 'warning';

/**
 * Adds a check for what is valid and yet likely not wanted. Like a validation it runs when the whole tree is there, but
 * what it finds stops nothing.
 */
export function addWarning(scope: IConstruct, check: () => string[]): void {
  scope.node.addMetadata(WARNING, check);
}

/** What the checks of a tree find, and what in its objects looks like a secret, each as `path: text`, each once. */
export function warningsOf(root: IConstruct): string[] {
  return warningsIn(root, (object) => object.toJson());
}

/** @param rendered An object as it is, or as it was rendered already. */
export function warningsIn(
  root: IConstruct,
  rendered: (object: ApiObject) => Parameters<typeof secretsIn>[0],
): string[] {
  const found = root.node.findAll().flatMap((construct) => [
    ...construct.node.metadata
      .filter(({ type }) => type === WARNING)
      .flatMap(({ data }) => (data as () => string[])())
      .map((text) => [construct, text] as const),
    ...(ApiObject.isApiObject(construct)
      ? secretsIn(rendered(construct)).map((text) => [Chart.of(construct), text] as const)
      : []),
  ]);
  const lines = found.map(([{ node }, text]) => oneLine(`${node.path || 'app'}: ${text}`));
  return [...new Set(lines)].sort(compareText);
}
