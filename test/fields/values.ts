import fc from 'fast-check';
import type { Schema } from '../../lib/fields';
import { TRIGGER_SCHEMA } from '../../lib/triggers/fields';

/** Texts of the forms that settings have, right and nearly right. */
const TEXTS = [
  ...[
    '',
    ' ',
    'a',
    'A',
    'a-b',
    '-a',
    'a_b',
    'a.b',
    'a..b',
    'a'.repeat(60),
    'a'.repeat(61),
    'a'.repeat(64),
    '__proto__',
  ],
  ...['constructor', 'toString', 'fn.example.com', '*.example.com', 'a.*.b', 'FN.example.com', 'kube-system', 'é'],
  ...['a/b:1', 'ghcr.io/a/b:1.0.0', 'a:latest', 'a', `a@sha256:${'0'.repeat(64)}`, `sha256:${'f'.repeat(64)}`],
  ...[
    '/',
    '/a',
    '/a/',
    '//',
    '/a b',
    '/é',
    '/%41',
    '/a*',
    './dist',
    'dist',
    '../a',
    '.',
    'a/b',
    'a//b',
    'https://a.b/c',
  ],
  ...['http://a.b', 'ssh://git@a.b/c', 'git@a.b:c', 'oci://a.b/c', 'oci://a.b/c:1', 'https://a.b:8443', 'main', 'v1.0'],
  ...[
    '0s',
    '1ms',
    '500ms',
    '1500ms',
    '30s',
    '90s',
    '5m',
    '24h',
    '25h',
    '1000000000s',
    '9999999999h',
    '1d',
    '-1s',
    '1.5s',
  ],
  ...['0', '0m', '1m', '100m', '0.5', '1', '1.0000', '64', '1e3', '16Mi', '128Mi', '1Gi', '1Ki', '3Gi', '0Mi', '1MB'],
  ...['--a', '--a=b', '--zap-log-level=debug', '--leader-elect=false', 'true', 'null', '~', '192.0.2.1', '2001:db8::1'],
  ...['PORT', 'FUNCTION_NAME', 'A', '1A', '$(A)', 'a\nb', 'example.com/team', 'enclii.dev/type', 'p/f', 'keda'],
  ...['f70ff985-a4ef-4643-bbbc-4a0ed4fc8415', 'credentials.json'],
];

const NUMBERS = [
  -1,
  -0,
  0,
  0.5,
  1,
  2,
  7,
  50,
  65535,
  65536,
  2 ** 31 - 1,
  2 ** 31,
  1e-7,
  1e21,
  Number.NaN,
  -Infinity,
  Infinity,
];

const text = fc.constantFrom(...TEXTS);
const number = fc.oneof(fc.constantFrom(...NUMBERS), fc.double(), fc.integer());

/** Triggers, right and nearly right; each scaler's own parameters have tests of their own. */
const TRIGGERS = [
  { type: 'cron', timezone: 'Europe/Berlin', start: '0 8 * * *', end: '0 18 * * *', desiredReplicas: 2 },
  { type: 'cron', timezone: 'Europe/Berlin', start: '0 8 * * *', end: '0 8 * * *', desiredReplicas: 2 },
  { type: 'cron', timezone: 'UTC', start: '0 8 * * *' },
  { type: 'cpu', metricType: 'Utilization', value: 60, name: 'cpu' },
  { type: 'kafka', bootstrapServers: ['a:9092'], consumerGroup: 'g', topic: 't' },
  { type: 'redis', address: 'redis:6379', listName: 'jobs', listLength: 5, authentication: { name: 'redis' } },
  { type: 'my-scaler', untyped: { a: 'b' } },
  { type: 'my-scaler' },
];

/** Any value that YAML can hold. */
export const NOISE: fc.Arbitrary<unknown> = fc.oneof(
  text,
  number,
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, true, false, [], {}, [[]], [null], { a: undefined }),
  fc.array(text, { maxLength: 2 }),
  fc.array(fc.tuple(text, fc.oneof(text, number)), { maxLength: 2 }).map((entries) => Object.fromEntries(entries)),
);

/** Values of a JSON Schema, nearly right ones, and any other. */
export function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 7, arbitrary: shaped(schema) }, { weight: 1, arbitrary: NOISE });
}

/** Values of a JSON Schema's form. What is within may still be anything. */
export function shaped(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref === TRIGGER_SCHEMA) return fc.constantFrom(...TRIGGERS);
  if (schema.anyOf) return fc.oneof(...(schema.anyOf as Schema[]).map(shaped));
  const types = [schema.type].flat() as string[];
  return fc.oneof(...types.map((type) => SHAPES[type](schema)));
}

const SHAPES: { readonly [type: string]: (schema: Schema) => fc.Arbitrary<unknown> } = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  number: () => fc.oneof(number, fc.double({ min: 0, max: 1 })),
  integer: ({ minimum, maximum }) =>
    fc.oneof(
      fc.integer({ min: minimum as number, max: maximum as number }),
      fc.integer({ min: minimum as number, max: (minimum as number) + 20 }),
      fc.constantFrom((minimum as number) - 1, (maximum as number) + 1),
      number,
    ),
  string: textsOf,
  array: ({ items }) =>
    fc
      .array(valuesOf(items as Schema), { maxLength: 3 })
      .chain((list) => fc.constantFrom(list, list, list, [...list, ...list.slice(0, 1)])),
  object({ properties, propertyNames, additionalProperties }) {
    if (!properties) {
      const entry = fc.tuple(textsOf(propertyNames as Schema), valuesOf(additionalProperties as Schema));
      return fc.array(entry, { maxLength: 3 }).map((entries) => Object.fromEntries(entries));
    }
    return mapOf(properties as { [key: string]: Schema });
  },
};

/** Maps with some of the keys of a table. */
export function mapOf(properties: { readonly [key: string]: Schema }): fc.Arbitrary<object> {
  const values = Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, valuesOf(schema)]));
  const keys = Object.keys(properties);
  return fc
    .subarray(keys, { maxLength: Math.min(6, keys.length) })
    .chain((some) => fc.record(Object.fromEntries(some.map((key) => [key, values[key]])), { noNullPrototype: true }));
}

function textsOf(schema: Schema): fc.Arbitrary<string> {
  if (schema.enum)
    return fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...(schema.enum as string[]).filter((name) => name !== null)) },
      text,
    );
  // what looks ahead only narrows the form
  const pattern = (schema.pattern as string | undefined)?.replace(/\(\?=[^)]*\)/, '');
  if (pattern === undefined)
    return fc.oneof({ weight: 3, arbitrary: text }, fc.string({ unit: 'binary', maxLength: 9 }));
  const matching = matchingOf(pattern);
  return fc.oneof(
    { weight: 4, arbitrary: matching },
    { weight: 1, arbitrary: matching.map((value) => value.toUpperCase()) },
    { weight: 2, arbitrary: text },
  );
}

const MATCHING = new Map<string, fc.Arbitrary<string>>();

function matchingOf(pattern: string): fc.Arbitrary<string> {
  const known = MATCHING.get(pattern) ?? fc.stringMatching(new RegExp(pattern), { maxLength: 80 });
  MATCHING.set(pattern, known);
  return known;
}
