import fc from 'fast-check';
import { apartWhereOther, Lines } from '../../lib/incremental/lines';

// few paths and values, that look like one another
const path = fc.constantFrom('a', 'b', 'aa', 'a\n', '\na', 'a young', 'ab/');
const value = fc.constantFrom('', '1', '11', '1 young', '"a\\n"', 'a');
const entries = fc
  .uniqueArray(fc.tuple(path, value), { selector: ([first]) => first })
  .map((pairs) => new Map<string, string>(pairs));
const linesOf = (pairs: Map<string, string>) => new Lines(Lines.textOf(pairs));

test('what is put in comes out', () => {
  fc.assert(
    fc.property(entries, (pairs) => {
      expect([...linesOf(pairs).entries]).toEqual([...pairs]);
    }),
  );
});

test('paths are found by the end of their value', () => {
  fc.assert(
    fc.property(entries, (pairs) => {
      const young = [...pairs].filter(([, text]) => text.endsWith(' young')).map(([key]) => key);
      const lines = linesOf(pairs);
      expect([lines.pathsWith(' young'), lines.hasValue(' young')]).toEqual([young, young.length > 0]);
    }),
  );
});

test('some values are replaced, and nothing else', () => {
  fc.assert(
    fc.property(entries, entries, (pairs, others) => {
      const known = new Map([...others].filter(([key]) => pairs.has(key)));
      expect([...new Lines(linesOf(pairs).textWith(known)).entries]).toEqual([...new Map([...pairs, ...known])]);
    }),
  );
});

test('two texts differ in what is taken apart, and nowhere else', () => {
  fc.assert(
    fc.property(entries, entries, (one, other) => {
      const [before, after] = apartWhereOther(linesOf(one).text, linesOf(other).text);
      const same = (pairs: Map<string, string>, part: Map<string, string>) =>
        [...pairs].filter(([key]) => !part.has(key));
      for (const [pairs, part] of [
        [one, before],
        [other, after],
      ] as const)
        for (const [key, text] of part) expect(pairs.get(key)).toBe(text);
      expect(same(one, before)).toEqual(same(other, after));
    }),
    { numRuns: 1000 },
  );
});
