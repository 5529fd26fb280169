import type { Place } from './place';
import type { Fault } from './problem';
import type { Table } from './table';

/** A JSON Schema, draft 07: what both Ajv's default and editors' YAML support read. */
export type Schema = { readonly [keyword: string]: unknown };

/**
 * A kind of setting: its form in YAML, and how that becomes the value of a prop. A value from code is written first and
 * then read, so that both ways in have the same checks.
 */
export interface Field<T> {
  /** What an editor checks. Without a description: that is the prop's doc comment. */
  readonly schema: Schema;
  /** What is allowed, in words. */
  readonly allowed: string;
  /** The table of an object, or of each of several. */
  readonly table?: Table<object>;
  /** The value of a prop; undefined, and a problem at the place, when there is none. */
  read(raw: unknown, place: Place): T | undefined;
  /** The form in YAML. */
  write(value: T): unknown;
  /** Fills in the defaults of what is within. */
  fill?(value: T): T;
}

/** A kind of setting that YAML writes as one text, number or boolean. */
export interface Scalar<T> {
  readonly schema: Schema;
  /** What the form allows, in words. */
  readonly allowed: string;
  /** Undefined when `raw` does not have the form. */
  readonly decode: (raw: unknown) => T | undefined;
  /** Called with whatever a caller from JavaScript gives. */
  readonly encode?: (value: T) => unknown;
  /** What is wrong with a value that has the form. */
  readonly fault?: (value: T) => Fault | undefined;
}

export function scalar<T>({ schema, allowed, decode, encode = (value) => value, fault }: Scalar<T>): Field<T> {
  const isValid = (value?: T) => value !== undefined && !fault?.(value);
  return {
    schema,
    allowed,
    read(raw, place) {
      const value = decode(raw);
      if (value === undefined) {
        const isLower = typeof raw === 'string' && isValid(decode(raw.toLowerCase()));
        place.report({
          value: raw,
          reason: 'is invalid',
          allowed: isLower ? `lower case, "${raw.toLowerCase()}"` : allowed,
        });
        return undefined;
      }
      const found = fault?.(value);
      if (found) place.report({ value: raw, ...found });
      return value;
    },
    write: encode,
  };
}
