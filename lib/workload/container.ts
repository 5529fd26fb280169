/** A list, if anything is in it: the others say nothing. */
export function unlessEmpty<T>(list: T[] | undefined): T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}
