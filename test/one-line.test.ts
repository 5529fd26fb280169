import * as fc from 'fast-check';
import { oneLine } from '../lib/one-line';

test.each([
  ['url "https://me:hunter2@a.test/b" is', 'url "https://me:…@a.test/b" is'],
  ['a\nerror: b', 'a\\nerror: b'],
  ['\u001b[2J\u0007\u009b\u007f', '\\u001b[2J\\u0007\\u009b\\u007f'],
  ['\u2028\u2029\u0085\r\t', '\\u2028\\u2029\\u0085\\r\\t'],
  ['abc\u202edef\u2066\u200f', 'abc\\u202edef\\u2066\\u200f'],
  ['\ud800 \u{1F600}é☃', '\\ud800 \u{1F600}é☃'],
  [`host "${'x'.repeat(81)}" is not a host; allowed: a`, `host "${'x'.repeat(79)}…" is not a host; allowed: a`],
  [`host "${'x'.repeat(80)}" is not a host`, `host "${'x'.repeat(80)}" is not a host`],
  [`${'x'.repeat(301)}: unknown key`, `${'x'.repeat(299)}… unknown key`],
])('%j', (message, line) => {
  expect(oneLine(message)).toBe(line);
});

test('is one line of bounded length for any text', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom('"', '\u{1F600}'.repeat(90), '\\"', '\n', '\ud800', '\u001b[2J', ' ', 'x'.repeat(500)),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const line = oneLine(parts.join(''));
      expect(line.length).toBeLessThanOrEqual(2000);
      expect(line).not.toMatch(/[\p{Cc}\p{Surrogate}\u2028\u2029]/u);
    }),
    { numRuns: 3000 },
  );
});

test('a message of 1 MB takes no time', () => {
  const start = performance.now();
  for (const part of ['"', '\\"', 'x', '\n', ' ', '"x']) oneLine(part.repeat(1_000_000 / part.length));
  expect(performance.now() - start).toBeLessThan(500);
});
