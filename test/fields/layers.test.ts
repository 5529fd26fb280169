import { describe as inText, list, map, object, Place, type Problem, Table, text } from '../../lib/fields';

interface Inner {
  readonly from: string;
  readonly to?: string;
  readonly tags?: { readonly [name: string]: string };
}

interface Outer {
  readonly way?: Inner;
  readonly stops?: Inner[];
}

const INNER = new Table<Inner>(
  'Inner',
  { from: { ...text(), required: true }, to: text(), tags: map(text(), text()) },
  [
    {
      props: ['from', 'to'],
      check: ({ from, to }) =>
        from === to ? { prop: 'to', reason: 'is where it began', allowed: 'another' } : undefined,
    },
  ],
);
const OUTER = new Table<Outer>('Outer', { way: object<Inner>(INNER), stops: list(object<Inner>(INNER)) });
const LAYER = OUTER.layer({ removes: true });

function reading(run: (place: Place) => void): string[] {
  const problems: Problem[] = [];
  run(Place.root('yaml', problems));
  return problems.map((problem) => inText(problem));
}

const read = (raw: object) => reading((place) => LAYER.read(raw, place));
const within = (...layers: Outer[]) => reading((place) => OUTER.checkWithin(OUTER.merge(layers), place));

test('a layer may have a part of an object, which is whole once all layers are there', () => {
  expect(read({ way: { to: 'b' } })).toEqual([]);
  expect(read({ way: { from: null } })).toEqual(['way.from null is invalid; allowed: a string that is not empty']);
  expect(within({ way: { to: 'b' } as Inner })).toEqual(['way.from is missing; allowed: a string that is not empty']);
  expect(within({ way: { to: 'b' } as Inner }, { way: { from: 'a' } })).toEqual([]);
});

test('what an object has to agree on is asked of all layers together', () => {
  expect(read({ way: { from: 'a', to: 'a' } })).toEqual([]);
  expect(within({ way: { from: 'a' } }, { way: { to: 'a' } as Inner })).toEqual([
    'way.to "a" is where it began; allowed: another',
  ]);
});

test('an object in a list is whole in each layer', () => {
  expect(read({ stops: [{ to: 'b' }] })).toEqual(['stops[0].from is missing; allowed: a string that is not empty']);
});

test('what is not given takes nothing away', () => {
  expect(OUTER.merge([{ way: { from: 'a' } }, { way: undefined }])).toEqual({ way: { from: 'a' } });
});
