import type { Place } from './place';
import type { Fault, Path } from './problem';

/** A JSON Schema, draft 07: what both Ajv's default and editors' YAML support read. */
export type Schema = { readonly [keyword: string]: unknown };

/** The table of a field that is an object, as the field knows it: tables are made of fields. */
export interface Inner {
  /** Where something stands, by its way in YAML. */
  locate(path: Path, place: Place): Place;
}

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
  readonly table?: Inner;
  /** The value of a prop; undefined, and a problem at the place, when there is none. */
  read(raw: unknown, place: Place): T | undefined;
  /** The form in YAML. */
  write(value: T): unknown;
  /** Fills in the defaults of what is within. */
  fill?(value: T): T;
  /** Two values of which one lies over the other. @default - the upper one alone */
  merge?(under: T, over: T): T;
  /**
   * The same in a layer, where others may complete it.
   * @param removes Whether null takes away parts of what lies under it.
   * @default - as a whole
   */
  layer?(removes: boolean): Field<T>;
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
        return place.refuse(raw, isLower ? `lower case, "${raw.toLowerCase()}"` : allowed);
      }
      const found = fault?.(value);
      if (found) place.report({ value: raw, ...found });
      return value;
    },
    write: encode,
  };
}

/** Settings as YAML has them. */
export type Raw = { readonly [key: string]: unknown };

/** A kind of prop that is not one key in YAML: its settings stand among those of the table that it is in. */
export interface Spread<T> {
  readonly spread: true;
  readonly keys: readonly string[];
  /** The table whose keys these are, or one for each key. */
  readonly table?: Inner;
  readonly tables?: { readonly [key: string]: Inner };
  /** The JSON Schemas of the keys. */
  readonly properties: { readonly [key: string]: Schema };
  /** @param raw Those of its keys that are there. */
  read(raw: Raw, place: Place): T | undefined;
  /** Undefined when the value does not have the form, as one may from JavaScript. */
  write(value: T): Raw | undefined;
  /** What the prop may be, in words. */
  readonly allowed: string;
  fill?(value: T): T;
}

export function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
