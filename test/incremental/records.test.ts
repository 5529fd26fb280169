import fc from 'fast-check';
import { Records } from '../../lib/incremental/records';

// what file systems and JSON allow: any character but the one that stands between
const path = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'b', '/', '\n', ' ', '.') });
const value = fc.string({ unit: fc.constantFrom('1', ' ', '"', '{', '\\') });
const entries = fc.uniqueArray(fc.tuple(path, value), { selector: ([first]) => first, minLength: 1, maxLength: 120 });

class Found extends Records {
  public changed(later: Records) {
    return this.differences(later, () => false)?.sort();
  }
}

test('they are a map, for few questions and for many', () => {
  fc.assert(
    fc.property(entries, path, (all, other) => {
      const map = new Map(all);
      const records = Records.of(all);
      expect(records.paths).toEqual([...map.keys()]);
      for (const asked of [other, ...map.keys()]) expect(records.get(asked)).toBe(map.get(asked));
    }),
  );
});

test('few of them may change, or many, and what changed is found in any order', () => {
  fc.assert(
    fc.property(entries, fc.array(fc.tuple(fc.nat(), value), { maxLength: 150 }), (all, changes) => {
      const changed = new Map(changes.map(([at, text]) => [all[at % all.length]![0], text]));
      const wanted = new Map([...all, ...changed]);
      const records = new Found(Records.of(all).text);
      const after = records.with(changed);
      expect(after.text).toBe(Records.of(wanted).text);
      const differing = all.filter(([at, before]) => wanted.get(at) !== before).map(([at]) => at);
      expect(records.changed(Records.of([...wanted].reverse()))).toEqual(differing.sort());
    }),
  );
});

test('others came or went', () => {
  const records = new Found(
    Records.of([
      ['a', '1'],
      ['b', '1'],
    ]).text,
  );
  expect(records.changed(Records.of([['a', '1']]))).toBeUndefined();
  expect(
    records.changed(
      Records.of([
        ['a', '1'],
        ['c', '1'],
      ]),
    ),
  ).toBeUndefined();
});
