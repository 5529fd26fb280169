import { distance } from 'fastest-levenshtein';

/** The key that someone who wrote `word` meant, if one is close: a third of its letters may differ, at most two. */
export function closest(word: string, keys: readonly string[]): string | undefined {
  const [best] = keys
    .map((key) => ({ key, changes: distance(word, key) }))
    .filter(({ key, changes }) => changes <= Math.min(2, key.length / 3))
    .sort((a, b) => a.changes - b.changes);
  return best?.key;
}
