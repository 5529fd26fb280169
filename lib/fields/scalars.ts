import { type Field, type Schema, scalar } from './field';
import type { Fault } from './problem';

/** The largest number in a Kubernetes field of type int32. */
export const MAX_INT32 = 2 ** 31 - 1;

export interface TextProps {
  /** What the text has to match; JavaScript and JSON Schema read it alike. */
  readonly pattern?: RegExp;
  /** What is allowed, in words. */
  readonly allowed?: string;
  /** What a pattern cannot say. */
  readonly fault?: (value: string) => Fault | undefined;
}

/** A text that is not empty. */
export function text({ pattern, allowed = 'a string that is not empty', fault }: TextProps = {}): Field<string> {
  return scalar({
    schema: {
      type: 'string',
      ...(pattern ? { pattern: pattern.source } : { minLength: 1 }),
      errorMessage: allowed,
    },
    allowed,
    decode: (raw) => (typeof raw === 'string' && (pattern ? pattern.test(raw) : raw !== '') ? raw : undefined),
    fault,
  });
}

/** Any text, the empty one too. */
export function anyText(allowed = 'a string; quote numbers and booleans'): Field<string> {
  return scalar({
    schema: { type: 'string', errorMessage: allowed },
    allowed,
    decode: (raw) => (typeof raw === 'string' ? raw : undefined),
  });
}

export function integer(minimum: number, maximum = MAX_INT32): Field<number> {
  return scalar({
    schema: { type: 'integer', minimum, maximum },
    allowed: `a whole number from ${minimum} to ${maximum}`,
    decode: (raw) =>
      // -0 becomes 0
      Number.isInteger(raw) && minimum <= Number(raw) && Number(raw) <= maximum ? Number(raw) + 0 : undefined,
  });
}

/** A number that need not be whole. */
export function number(minimum: number, maximum = Number.MAX_SAFE_INTEGER): Field<number> {
  return scalar({
    schema: { type: 'number', minimum, maximum },
    allowed: `a number from ${minimum} to ${maximum}`,
    decode: (raw) => (typeof raw === 'number' && minimum <= raw && raw <= maximum ? raw + 0 : undefined),
  });
}

/** A share, both ends excluded. */
export function ratio(): Field<number> {
  const allowed = 'a number above 0 and below 1';
  return scalar({
    schema: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1, errorMessage: allowed },
    allowed,
    decode: (raw) => (typeof raw === 'number' && raw > 0 && raw < 1 ? raw : undefined),
  });
}

export function boolean(): Field<boolean> {
  return scalar({
    schema: { type: 'boolean' },
    allowed: 'true, false',
    decode: (raw) => (typeof raw === 'boolean' ? raw : undefined),
  });
}

/** A key that says all by being there. */
export function flag(): Field<boolean> {
  return scalar({
    schema: { type: 'boolean', const: true },
    allowed: 'true',
    decode: (raw) => (raw === true ? raw : undefined),
  });
}

/** One member of an enum. */
export function oneOf<T extends string>(members: { readonly [name: string]: T }): Field<T> {
  return named(Object.fromEntries(Object.values(members).map((value) => [value, value])));
}

/** One of some values by their names. In code there may be others of their class: `isOther` tells. */
export function named<T>(values: { readonly [name: string]: T }, isOther?: (value: unknown) => boolean): Field<T> {
  const names = Object.keys(values);
  const schema: Schema = { type: 'string', enum: names };
  return scalar<T>({
    schema,
    allowed: names.join(', '),
    decode: (raw) => {
      if (typeof raw === 'string' && Object.hasOwn(values, raw)) return values[raw];
      return isOther?.(raw) ? (raw as T) : undefined;
    },
    encode: (value) => names.find((name) => values[name] === value) ?? value,
  });
}
