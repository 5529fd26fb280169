import { Duration } from 'cdk8s';
import { type Field, isMap, scalar } from '../fields/field';
import { formatDuration, goDuration } from '../values/duration';
import type { ParameterKind, ScalerParameter } from './scalers';

// KEDA takes every value as text. Each kind has its own form in YAML too, and the text, as KEDA's documentation writes it.

const INTEGER = /^-?[0-9]{1,15}$/;
const MAX_INTEGER = 10 ** 15 - 1;
const MAX_HOURS = 99_999;
/** A number as JSON and YAML have it; a large one with an exponent is a slip. */
const NUMBER = /^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,24})?([eE]-[0-9]{1,3})?$/;
/** As Go writes one, in whole milliseconds. */
const DURATION = /^(?=.)([0-9]{1,6}h)?([0-9]{1,7}m)?([0-9]{1,9}(\.[0-9]{1,3})?s)?([0-8]?[0-9]{1,12}ms)?$/;
const MILLIS = /^[0-9]{1,10}$/;
const QUANTITY = /^[0-9]{1,15}(\.[0-9]{1,3})?([munkMGTPE]|[KMGTPE]i)?$/;

type Make = (parameter: ScalerParameter) => Field<unknown>;

const KINDS: { readonly [kind in ParameterKind]: Make } = {
  text: ({ allowed }) => (allowed ? choice(allowed) : anyValue()),
  boolean: () =>
    scalar<boolean>({
      schema: { type: ['boolean', 'string'], enum: [true, false, 'true', 'false'] },
      allowed: 'true, false',
      decode: (raw) => (['true', 'false', true, false].includes(raw as string) ? String(raw) === 'true' : undefined),
    }),
  integer: () => numeric('a whole number', 'integer', INTEGER, isWhole),
  number: () =>
    numeric('a number', 'number', NUMBER, (value) => NUMBER.test(String(value)) && Math.abs(value) <= MAX_INTEGER),
  duration: () =>
    scalar<Duration>({
      schema: {
        type: ['string', 'integer'],
        pattern: `${DURATION.source}|${MILLIS.source}`,
        minimum: 0,
        maximum: 9_999_999_999,
        errorMessage: DURATION_ALLOWED,
      },
      allowed: DURATION_ALLOWED,
      decode: durationOf,
      encode: (value) => (value instanceof Duration ? formatDuration(value) : value),
      // longer ones would be written with more digits than are read
      fault: (value) =>
        value.toMilliseconds() > MAX_HOURS * UNITS.h!
          ? { reason: 'is out of range', allowed: `up to ${MAX_HOURS}h` }
          : undefined,
    }),
  quantity: () =>
    scalar<string>({
      schema: {
        type: ['string', 'integer'],
        pattern: QUANTITY.source,
        minimum: 0,
        maximum: MAX_INTEGER,
        errorMessage: QUANTITY_ALLOWED,
      },
      allowed: QUANTITY_ALLOWED,
      decode: (raw) => {
        const isAmount = typeof raw === 'string' ? QUANTITY.test(raw) : isWhole(raw) && Number(raw) >= 0;
        return isAmount ? String(raw) : undefined;
      },
    }),
  list: listOf,
  map: () => mapOfTexts(),
};
const DURATION_ALLOWED = 'a duration such as 500ms, 30s or 1m30s, or a number of milliseconds';
const QUANTITY_ALLOWED = 'a quantity such as 50, 500m or 512Mi';

/** The value of a parameter, as a trigger in YAML or code has it. */
export function parameterField(parameter: ScalerParameter): Field<unknown> {
  const field = KINDS[parameter.kind](parameter);
  const standard = defaultOf(parameter, field);
  return standard === undefined ? field : { ...field, schema: { ...field.schema, default: standard } };
}

/** What KEDA reads. */
export function metadataText({ kind, separator = ',' }: ScalerParameter, value: unknown): string {
  if (kind === 'duration') return goDuration(value as Duration);
  if (kind === 'list') return (value as string[]).join(separator);
  if (kind === 'map')
    return Object.entries(value as object)
      .map(([key, each]) => `${key}=${each}`)
      .join(',');
  return String(value);
}

function isWhole(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(Number(value)) <= MAX_INTEGER;
}

/** A default that its own form allows; Go's empty text is none. */
function defaultOf({ default: standard }: ScalerParameter, { schema }: Field<unknown>): unknown {
  if (standard === undefined || standard === '') return undefined;
  if (/^(true|false)$/.test(standard) && Array.isArray(schema.enum)) return standard === 'true';
  const isNumeric = Array.isArray(schema.type) && (schema.type.includes('integer') || schema.type.includes('number'));
  return isNumeric && NUMBER.test(standard) ? Number(standard) : standard;
}

function anyValue(): Field<string> {
  const allowed = 'a string that is not empty; quote numbers and booleans';
  return scalar({
    schema: { type: 'string', pattern: '\\S', errorMessage: allowed },
    allowed,
    // KEDA takes a blank text as none
    decode: (raw) => (typeof raw === 'string' && /\S/.test(raw) ? raw : undefined),
  });
}

function choice(values: readonly string[]): Field<string> {
  const numbers = values.filter((value) => INTEGER.test(value)).map(Number);
  return scalar({
    schema: { type: numbers.length > 0 ? ['string', 'integer'] : 'string', enum: [...values, ...numbers] },
    allowed: values.join(', '),
    decode: (raw) => values.find((value) => value === raw || (INTEGER.test(value) && Number(value) === raw)),
  });
}

function numeric(allowed: string, type: string, pattern: RegExp, fits: (value: number) => boolean): Field<number> {
  const bounds = { minimum: -MAX_INTEGER, maximum: MAX_INTEGER };
  return scalar({
    schema: { type: [type, 'string'], pattern: pattern.source, ...bounds, errorMessage: allowed },
    allowed,
    decode(raw) {
      const value = typeof raw === 'string' && pattern.test(raw) ? Number(raw) : raw;
      // -0 becomes 0
      return typeof value === 'number' && fits(value) ? value + 0 : undefined;
    },
  });
}

const UNITS: { readonly [unit: string]: number } = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

function durationOf(raw: unknown): Duration | undefined {
  if (typeof raw !== 'string' && typeof raw !== 'number') return undefined;
  const text = String(raw);
  if (MILLIS.test(text)) return Duration.millis(Number(text));
  if (!DURATION.test(text)) return undefined;
  const parts = [...text.matchAll(/([0-9.]+)([a-z]+)/g)].map(([, amount, unit]) => Number(amount) * UNITS[unit!]!);
  return Duration.millis(Math.round(parts.reduce((sum, millis) => sum + millis, 0)));
}

/** A text without these characters, and without spaces at its ends, which KEDA takes away. */
const partWithout = (characters: string) => `[^${characters}\\s]([^${characters}]*[^${characters}\\s])?`;

function listOf({ separator = ',', allowed: values, exclusive = [] }: ScalerParameter): Field<string[]> {
  const item = values ? `(${values.join('|')})` : partWithout(separator);
  const one = new RegExp(`^${item}$`);
  const several = new RegExp(`^\\s*${item}\\s*(${separator}\\s*${item}\\s*)*$`);
  const allowed = values ? `a list of: ${values.join(', ')}` : `a list of strings without "${separator}"`;
  return scalar({
    schema: {
      type: ['array', 'string'],
      items: { type: 'string', pattern: one.source },
      minItems: 1,
      pattern: several.source,
      errorMessage: allowed,
    },
    allowed,
    decode(raw) {
      const items =
        typeof raw === 'string' && several.test(raw) ? raw.split(separator).map((each) => each.trim()) : raw;
      return Array.isArray(items) &&
        items.length > 0 &&
        items.every((each) => typeof each === 'string' && one.test(each))
        ? (items as string[])
        : undefined;
    },
    fault(items) {
      const both = items.filter((each) => exclusive.includes(each));
      return new Set(both).size > 1
        ? { reason: `holds both ${both[0]} and ${both[1]}`, allowed: `only one of ${exclusive.join(', ')}` }
        : undefined;
    },
  });
}

function mapOfTexts(): Field<{ [name: string]: string }> {
  const allowed = 'a map of names to strings, both without "," and "="';
  const part = partWithout(',=');
  const name = new RegExp(`^${part}$`);
  const value = new RegExp(`^(${part})?$`);
  const pair = `\\s*${part}\\s*=\\s*(${part})?\\s*`;
  const several = new RegExp(`^${pair}(,${pair})*$`);
  return scalar({
    schema: {
      type: ['object', 'string'],
      propertyNames: { pattern: name.source },
      additionalProperties: { type: 'string', pattern: value.source },
      minProperties: 1,
      pattern: several.source,
      errorMessage: allowed,
    },
    allowed,
    decode(raw) {
      const pairs: unknown = typeof raw === 'string' && several.test(raw) ? fromText(raw) : raw;
      if (!isMap(pairs)) return undefined;
      const entries = Object.entries(pairs);
      return entries.length > 0 &&
        entries.every(([key, each]) => name.test(key) && typeof each === 'string' && value.test(each))
        ? (pairs as { [name: string]: string })
        : undefined;
    },
  });
}

const fromText = (text: string) =>
  Object.fromEntries(text.split(',').map((pair) => pair.split('=').map((part) => part.trim())));
