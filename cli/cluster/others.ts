import { Stop } from '../stop';
import { type Foreign, foreignOf, type Question } from './foreign';
import { titleOf } from './object';

const SHOWN = 20;

/** Stops before anything is changed if something of the folder belongs to others. @throws Stop */
export async function requireOurs(question: Question): Promise<void> {
  const others = await foreignOf(question);
  if (others.length > 0) throw new Stop(...refusal(others));
}

function refusal(others: readonly Foreign[]): string[] {
  const shown = others.slice(0, SHOWN);
  const more = others.length - shown.length;
  const advice = new Set(others.map(({ owner, advice: text }) => `for ${owner.text}: ${text}`));
  return [
    ...shown.map(({ object, owner, why }) => `${titleOf(object)} belongs to ${owner.text}${why}`),
    ...(more > 0 ? [`and ${more} more belong to others`] : []),
    ...[...advice].map((text) => `nothing was changed; allowed ${text}`),
  ];
}
