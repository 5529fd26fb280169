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
