import { ensure } from './ensure';

/** Items with the same key, in the order in which each key first comes. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) ensure(groups, keyOf(item), () => []).push(item);
  return groups;
}
