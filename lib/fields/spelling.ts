import { distance } from 'fastest-levenshtein';

/**
 * The key that someone who wrote `word` meant, if one is close: a third of its letters may differ, at most two. Two letters
 * that are swapped count as one.
 */
export function closest(word: string, keys: readonly string[]): string | undefined {
  const [best] = keys
    .map((key) => ({ key, changes: changesOf(word, key) }))
    .filter(({ key, changes }) => changes <= Math.min(2, key.length / 3))
    .sort((a, b) => a.changes - b.changes);
  return best?.key;
}

function changesOf(word: string, key: string): number {
  const changes = distance(word, key);
  const letters = (text: string) => [...text].sort().join('');
  return changes === 2 && letters(word) === letters(key) ? 1 : changes;
}
