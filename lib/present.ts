/** One of them, none, or lists of such: what conditions leave. */
export type Some<T> = T | undefined | false | Some<T>[];

/** Those that are there. */
export function present<T>(some: Some<T>): T[] {
  if (Array.isArray(some)) return some.flatMap(present) as T[];
  return some === undefined || some === false ? [] : [some];
}
