import * as fc from 'fast-check';
import { unreadable } from '../../lib/text';
import { toYaml } from '../../lib/values/yaml';
import { type Reader, readers } from './readers';
import { packageYaml } from './yaml-package';

const READERS = readers();
const absent = Object.keys(READERS).filter((name) => !READERS[name]);
// kubectl needs Go and its module, PyYAML python3-yaml
if (absent.length > 0) console.warn(`not installed, so not asked: ${absent.join(', ')}`);

(process.env.ALL_YAML_READERS ? test : test.skip)('every reader is installed', () => expect(absent).toEqual([]));

/** Fails at the first object that a reader does not read as it was written. */
function expectSame(read: Reader, objects: object[]): void {
  const files = objects.map((object) => `# first line\n${[object, { last: 'one' }].map(toYaml).join('---\n')}`);
  const found = read(files);
  objects.forEach((object, index) => {
    expect({ file: files[index], found: found[index] }).toEqual({
      file: files[index],
      found: [object, { last: 'one' }],
    });
  });
}

// words, numbers and marks that some reader takes for something else
const WORDS = [
  ...['y', 'N', 'yes', 'No', 'ON', 'off', 'true', 'False', 'null', 'Null', '~', '', '=', '<<', '.inf', '-.INF', '.nan'],
  ...['0o7', '0O7', '0x1f', '0X1F', '0b1', '0B1', '-0O7', '+0X1F', '0_7', '0x_1F', '0_x1F', '-_1', '1_0', '_1', '1__0'],
  ...[
    '1:30',
    '190:20:30.15',
    '012',
    '089',
    '1e3',
    '1E+3',
    '.5',
    '5.',
    '.5e3',
    '1.5e-3',
    '1_000.5',
    '+.5',
    '-.',
    '._',
    '.',
  ],
  ...[
    '2001-12-14',
    '2001-12-14t21:59:43.10-05:00',
    '2001-12-14 21:59:43',
    '2001-12-14 21:59:43.',
    '9223372036854775808',
    '18446744073709551616',
  ],
  ...[
    '---',
    '...',
    '--- x',
    '-',
    '- a',
    '?',
    '? a',
    ':',
    'a:',
    'a: b',
    ': a',
    '#',
    'a #b',
    '&a',
    '*a',
    '!t',
    '!!int 1',
  ],
  ...[
    '|',
    '>',
    '|-',
    '%YAML 1.1',
    '@',
    '`',
    '"',
    "'",
    '""',
    "''",
    '{',
    '}',
    '[',
    ']',
    ',',
    '{a: 1}',
    '[1]',
    '\\',
    '\\n',
  ],
  ...[
    ' a',
    'a ',
    '\ta',
    'a\t',
    'a\n',
    '\na',
    'a\n\n',
    ' \n',
    '\n ',
    '\t\n',
    '\n\t',
    'a\n\tb',
    'a\n  b',
    '  a\nb',
    ' \na',
  ],
  ...['a\n---\nb', 'a\n...\nb', 'a\n--- b\n', '---\na: b', 'a\r\nb', 'a\rb', '\r', 'a\u2028b', 'a\u2029b', '\ufeff'],
  ...['x\u2028          command:\u2028            - sh', 'a\n\u2028b\n', 'it\'s "q"\n', 'a\u00a0', '\u3000'],
  ...[
    '0x',
    '0o8',
    '0b2',
    '1e',
    'e3',
    '1_e3',
    '0_',
    '_',
    '+',
    '+1',
    '1.0.0',
    '10Gi',
    '100m',
    'Infinity',
    'NaN',
    'inf',
    'nan',
  ],
  ...['__proto__', 'constructor', 'toString'],
];

const text = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.constantFrom(...WORDS, ' ', '\n', 'a', '0', '_'), { maxLength: 6 })
        .map((parts) => parts.join('')),
    },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789_+-.:eExXoObB'), maxLength: 8 }) },
    { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...' \t\n\r-.:#\u2028a'), maxLength: 12 }) },
  )
  .filter((value) => unreadable(value) === undefined);
// __proto__ as a key is a matter of its own
const key = text.filter((value) => value !== '__proto__');
const number = fc
  .oneof(fc.integer(), fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((any) => any + 0);
const objectOf = (numbers: fc.Arbitrary<number>) => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      text,
      fc.oneof(numbers, fc.boolean(), fc.constant(null)),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(key, tie('any'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).any;
  return fc.dictionary(key, value, { minKeys: 1, maxKeys: 4, noNullPrototype: true });
};
const object = objectOf(number);
/** `1e+21` is a text to some readers. */
const hasNoFraction = (any: number) => /^-?\d+e/.test(String(any));

/** Texts that together hold every character but those that no reader takes. */
function everyCharacter(): string[] {
  const characters = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0x30000 || (code >= 0xe0000 && code < 0xe0200) || code > 0x10ff00)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => unreadable(character) === undefined);
  return Array.from({ length: Math.ceil(characters.length / 64) }, (_, index) =>
    characters.slice(64 * index, 64 * index + 64).join('x'),
  );
}
const odd = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
  (character) => /[\s\p{Cf}\p{Cc}\p{Z}]|[^\w\P{ASCII}]/u.test(character) && unreadable(character) === undefined,
);

const entries = (word: string) => [
  { [word]: word, list: [word, [word, [], {}], { [word]: word, z: { [word]: [word] } }] },
  { data: { [word]: { [word]: word } } },
];

describe('the text is that of the package `yaml`', () => {
  test('for each word that looks like something else', () => {
    for (const word of WORDS.filter((each) => each !== '__proto__'))
      for (const each of entries(word)) expect(toYaml(each)).toBe(packageYaml(each));
  });

  test('for every character of Unicode', () => {
    for (const each of everyCharacter()) expect(toYaml([each])).toBe(packageYaml([each]));
    for (const c of odd)
      for (const word of [c, `${c}x`, `x${c}`, `x${c}x`, `x\n${c}y${c}\nz${c}`])
        for (const each of entries(word)) expect(toYaml(each)).toBe(packageYaml(each));
  });

  test('for any object, but for numbers with an exponent and no fraction', () => {
    fc.assert(
      fc.property(objectOf(number.filter((any) => !hasNoFraction(any))), (each) => {
        expect(toYaml(each)).toBe(packageYaml(each));
      }),
      { numRuns: 20_000 },
    );
  });

  test('for a long key', () => {
    for (const value of ['x', [1, [2]], { a: { b: [] } }, 'a\nb', {}])
      for (const length of [1022, 1023, 1024, 1025])
        for (const each of [{ ['k'.repeat(length)]: value }, { a: [{ ['0'.repeat(length)]: value }] }])
          expect(toYaml(each)).toBe(packageYaml(each));
  });
});

describe.each(Object.entries(READERS))('%s reads what was written', (_, read) => {
  const maybe = read ? test : test.skip;

  maybe('each word that looks like something else, as value, item and key', () => {
    expectSame(
      read!,
      WORDS.filter((word) => word !== '__proto__').map((word) => ({
        data: { a: word, [word]: [word, { [word]: word }] },
      })),
    );
    expectSame(
      read!,
      WORDS.filter((word) => word !== '__proto__').map((word) => ({ [word]: `${word}\n${word}`, z: `${word}\n` })),
    );
  });

  maybe('every character of Unicode', () => {
    expectSame(read!, [{ list: everyCharacter() }]);
    // at the ends of a text, of a line, alone, and in a key
    expectSame(
      read!,
      odd.map((c) => ({ a: c, b: `${c}x`, c: `x${c}`, d: `x\n${c}y${c}\nz${c}`, [`x${c}y`]: [c], [c]: `x${c}${c}\n` })),
    );
  });

  maybe('any object', () => {
    fc.assert(
      fc.property(fc.array(object, { minLength: 1, maxLength: 150, size: 'max' }), (objects) =>
        expectSame(read!, objects),
      ),
      { numRuns: 5 },
    );
  });
});
