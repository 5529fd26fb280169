import * as fc from 'fast-check';
import { parse } from '../../lib/source/parse';
import { Problems } from '../../lib/source/problems';
import { readSimple } from '../../lib/source/simple';

/** What the parser reads that knows all of YAML; undefined when it finds a problem. */
function read(text: string): unknown {
  const problems = new Problems();
  return parse('file', text, problems)?.document.toJS();
}

const WORDS = [
  ...[
    'runtime',
    'a',
    'a.b',
    'x-y',
    'true',
    'null',
    'Yes',
    'on',
    'go',
    'constructor',
    '__proto__',
    '_a',
    '1',
    '07',
    '-1',
    '+1',
  ],
  ...[
    '0x1f',
    '0o7',
    '1e3',
    '1.5',
    '1.2.3',
    '1_0',
    '12345678901234567890',
    '5m',
    '1h30m',
    '128Mi',
    '3e',
    '3E5',
    '0b1',
    '2001-01-01',
  ],
  ...[
    'ghcr.io/a/b:1.0.0',
    'ghcr.io/a/b@sha256:00ff',
    'a:80',
    'a:',
    ':a',
    'http://x/y',
    '/health',
    '/',
    '~',
    '.inf',
    'a b',
    'a #b',
    'a#b',
    'a-{b}',
    '{a}',
    'a/b',
  ],
  ...[
    '"a b"',
    '"a\\n"',
    '"\\"',
    "'a'",
    "'a # b'",
    "'a\\n'",
    "'a''b'",
    "''",
    '"',
    '[]',
    '{}',
    '[1]',
    '&a b',
    '*a',
    '!t',
    '|',
    '>',
    '|-',
    '- a',
    '? a',
    '%',
    '@a',
    '`',
    'é',
    '"é"',
  ],
];
const word = fc.constantFrom(...WORDS);
const key = fc.oneof({ weight: 5, arbitrary: fc.constantFrom('a', 'b', 'c.d', 'e-f', 'g1') }, word);
const entry = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: fc.constant('') }, fc.constantFrom('  ', '    ', ' ', '\t')),
    key,
    fc.oneof({ weight: 4, arbitrary: fc.constant(': ') }, fc.constantFrom(':', ':  ', ': \t')),
    fc.oneof(word, fc.constant('')),
    fc.oneof(
      { weight: 6, arbitrary: fc.constant('') },
      fc.constantFrom(' # c', ' #', '# c', '  # "c\'', ' # \u0007', ' ', '\t# c'),
    ),
  )
  .map((parts) => parts.join(''));
const other = [
  '',
  '  ',
  '# a',
  '  # a',
  'a: 1 # c',
  '---',
  '...',
  '# \u0007',
  'x',
  '- x',
  '  - x',
  'a: 1\r',
  '\ufeffa: 1',
];
const line = fc.oneof({ weight: 12, arbitrary: entry }, fc.constantFrom(...other));
const file = fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n'));

test('what is read simply is what a parser of all YAML reads', () => {
  let simple = 0;
  fc.assert(
    fc.property(fc.oneof(file, fc.string({ unit: fc.constantFrom(...'ab1: \n#"-.'), maxLength: 12 })), (text) => {
      const found = readSimple(text);
      if (found === undefined) return;
      simple++;
      expect({ text, found }).toEqual({ text, found: read(text) });
    }),
    { numRuns: 50_000 },
  );
  expect(simple).toBeGreaterThan(200);
});

test('declarations as most are, are read simply', () => {
  const text = `# yaml-language-server: $schema=../../schemas/function.schema.json
runtime: go
image: ghcr.io/enclii/hello@sha256:${'0'.repeat(64)}

timeout: 30s
maxReplicas: 10
resources:
  memory: 128Mi
  more:
    deeper: true
env: # of all
  LEVEL: "a b: c"
  SCHEDULE: '0 3 * * *' # at night
labels: {}
selector:
  example.com/function: fn-{function}
`;
  expect(readSimple(text)).toEqual(read(text));
  expect(readSimple(text)).toMatchObject({ maxReplicas: 10, resources: { more: { deeper: true } } });
});
