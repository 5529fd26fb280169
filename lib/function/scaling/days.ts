const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The days of a text such as `mon-fri` or `sat,sun`, Sunday as 0; a range may go over Saturday. Undefined if it is none. */
export function daysIn(text: string): number[] | undefined {
  const days = text.split(',').map((part) => {
    const [first, last = first, ...more] = part
      .trim()
      .split('-')
      .map((name) => NAMES.indexOf(name));
    if (first === undefined || last === undefined || first < 0 || last < 0 || more.length > 0) return undefined;
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => (first + index) % 7);
  });
  if (days.includes(undefined)) return undefined;
  return [...new Set(days.flat() as number[])].sort();
}
