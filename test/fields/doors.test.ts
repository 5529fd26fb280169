import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import { Cpu } from '../../lib';
import { type Field, describe as inText, isCpu, Place, type Problem, type Table } from '../../lib/fields';
import { TRIGGER_SCHEMA } from '../../lib/triggers/fields';
import { triggerSchema } from '../../lib/triggers/schema';
import { isValid } from './is-valid';
import { allFields, codeForm, codePath, DOORS, entriesOf, TABLES, Unmade } from './tables';
import { mapOf, NOISE, valuesOf } from './values';

const FIELDS = allFields();
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(triggerSchema(), TRIGGER_SCHEMA);
ajv.addFormat('cpu', { type: 'number', validate: (value: number) => isCpu(value) });

/** What the form is refused with; all else says more than a JSON Schema can. */
const OF_THE_FORM = ['is invalid', 'is an unknown key', 'is not a valid name'];

const inWords = (problem: Problem) => inText(problem);

function enter(field: { read(raw: unknown, place: Place): unknown }, raw: unknown, door: 'yaml' | 'code') {
  const problems: Problem[] = [];
  const value = field.read(raw, Place.root(door, problems));
  return { value, problems, accepted: problems.length === 0 };
}

/** Values that only code has. */
const NATIVE = fc.oneof(
  fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e12, noNaN: true })).map((amount) => Duration.millis(amount)),
  fc.nat().map((amount) => Duration.minutes(amount)),
  fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e12, noNaN: true })).map((amount) => Size.kibibytes(amount)),
  fc.nat().map((amount) => Size.gibibytes(amount)),
  fc.integer({ min: 1 }).map((amount) => Cpu.millis(amount)),
);
const ANYTHING = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
});

test('the fields below are all of the library', () => {
  const lib = join(__dirname, '../../lib');
  const sources = (readdirSync(lib, { recursive: true }) as string[]).filter((file) => file.endsWith('.ts'));
  const named = sources.flatMap((file) =>
    [...readFileSync(join(lib, file), 'utf8').matchAll(/new Table<[^(]*\(\s*'(\w+)'/g)].map(([, of]) => of),
  );
  expect([...new Set(TABLES.map(({ of }) => of))].sort()).toEqual([...new Set(named)].sort());
});

test.each(FIELDS)('%s: YAML and code have one door', (_, field) => {
  fc.assert(
    fc.property(valuesOf(field.schema), (raw) => {
      const yaml = enter(field, raw, 'yaml');
      if (yaml.accepted) {
        const written = field.write(yaml.value);
        const code = enter(field, written, 'code');
        expect(code.problems).toEqual([]);
        expect(field.write(code.value)).toEqual(written);
        expect(enter(field, written, 'yaml').problems).toEqual([]);
      } else if (!field.table) {
        // as one passes it who writes JavaScript
        expect(enter(field, field.write(raw), 'code').problems.map(inWords)).toEqual(yaml.problems.map(inWords));
      }
    }),
  );
});

test.each(FIELDS)('%s: what code may hold, YAML may too', (_, field) => {
  fc.assert(
    fc.property(fc.oneof(NATIVE, NOISE, ANYTHING), (value) => {
      const written = field.write(value);
      const code = enter(field, written, 'code');
      const said = code.problems.map(inWords);
      if (!code.accepted) return;
      const yaml = enter(field, written, 'yaml');
      expect(said).toEqual([]);
      expect(yaml.problems).toEqual([]);
      expect(field.write(yaml.value)).toEqual(field.write(code.value));
    }),
  );
});

test.each(FIELDS)('%s: the schema refuses what the form does not allow, and nothing else', (_, field) => {
  const validate = ajv.compile(field.schema);
  fc.assert(
    fc.property(valuesOf(field.schema), (raw) => {
      const { problems } = enter(field, raw, 'yaml');
      const refused = problems.filter(({ reason }) => OF_THE_FORM.includes(reason)).map(inWords);
      if (isValid(validate, raw)) expect(refused).toEqual([]);
      else expect(problems).not.toEqual([]);
    }),
  );
});

test.each(TABLES.map((table) => [table.of, table] as const))(
  '%s: the schema requires what the fields require',
  (_, table) => {
    const validate = ajv.compile(table.schema);
    validate({});
    const missing = enter(table, {}, 'yaml').problems.map(({ path, reason }) => [path[0], reason]);
    const inSchema = (validate.errors ?? []).map(({ params }) => [params.missingProperty, 'is missing']);
    // a prop that is one of several keys is required by no key of its own
    const spread = entriesOf(table).some(([, entry]) => entry.spread && entry.required);
    expect(spread ? missing.slice(0, -1) : missing).toEqual(inSchema);
  },
);

/** What code has; a value that code refuses to make is not asked about. */
function formOf(table: Table<object>, raw: object): unknown {
  try {
    return codeForm(table, raw);
  } catch (error) {
    if (error instanceof Unmade) fc.pre(false);
    throw error;
  }
}

/** The least that code has to say beside what YAML has. */
function codeOnly(table: Table<object>): object {
  const required = entriesOf(table).filter(([, entry]) => entry.codeOnly && entry.required);
  return Object.fromEntries(required.map(([prop]) => [prop, 'p']));
}

test.each(DOORS.map((table) => [table.of, table] as const))('%s: all rules at both doors', (_, table) => {
  const { properties } = table.schema as { properties: { [key: string]: Field<unknown>['schema'] } };
  fc.assert(
    fc.property(mapOf(properties), (raw) => {
      const whole = { read: (value: unknown, place: Place) => table.readWhole(value, place) };
      const yaml = enter(whole, raw, 'yaml');
      const props = { ...codeOnly(table), ...(formOf(table, raw) as object) };
      const code = enter(whole, table.write(props), 'code');
      const expected = yaml.problems
        .filter(({ reason }) => reason !== 'is an unknown key')
        .map((problem) => inWords({ ...problem, path: codePath(table, problem.path) }));
      if (expected.length < yaml.problems.length) return;
      // in code it is the prop that is not there, in YAML its keys
      const said = code.problems
        .map(inWords)
        .map((text) => text.replace(/^(.+\.)?mode has/, (_, at) => `${at?.slice(0, -1) ?? 'file'} has`));
      expect(said).toEqual(expected);
      if (!yaml.accepted) return;
      expect(table.write(code.value as object)).toEqual(table.write({ ...codeOnly(table), ...(yaml.value as object) }));
    }),
  );
});
