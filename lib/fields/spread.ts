import { isMap } from './collections';
import { oneOfKeys } from './exactly-one';
import type { Schema } from './field';
import type { Place } from './place';
import type { Table } from './table';

/** Settings as YAML has them. */
export type Raw = { readonly [key: string]: unknown };

/** A kind of prop that is not one key in YAML: its settings stand among those of the table that it is in. */
export interface Spread<T> {
  readonly spread: true;
  readonly keys: readonly string[];
  /** The table whose keys these are, or one for each key. */
  readonly table?: Table<object>;
  readonly tables?: { readonly [key: string]: Table<object> };
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

/** An object whose keys stand among those around it. */
export function inline<P extends object>(table: Table<P>): Spread<P> {
  return {
    spread: true,
    keys: table.keys,
    table: table as unknown as Table<object>,
    get properties() {
      return table.schema.properties as { [key: string]: Schema };
    },
    read: (raw, place) => table.readWhole(raw, place),
    write: (value) => (isMap(value) ? (table.write(value) as Raw) : undefined),
    allowed: table.allowed,
    fill: (value) => table.fill(value),
  };
}

/** One of several objects, told apart by the key under which it stands. */
export interface Variant<T, P extends object> {
  readonly table: Table<P>;
  readonly make: (props: P) => T;
}

/** Exactly one of several keys, each an object of its own. */
export function variant<T, P extends object>(
  variants: { readonly [key: string]: Variant<T, P> },
  split: (value: T) => { readonly key: string; readonly props: P } | undefined,
  allowed: string,
): Spread<T> {
  const keys = Object.keys(variants);
  return {
    spread: true,
    keys,
    tables: Object.fromEntries(keys.map((key) => [key, variants[key].table as unknown as Table<object>])),
    get properties() {
      return Object.fromEntries(keys.map((key) => [key, variants[key].table.schema]));
    },
    read(raw, place) {
      const given = Object.keys(raw);
      if (given.length !== 1) {
        (given.length > 1 ? place.in(given[1]) : place).report(oneOfKeys(given, keys));
        return undefined;
      }
      const { table, make } = variants[given[0]];
      const props = table.readWhole(raw[given[0]], place.in(given[0]));
      return props && make(props);
    },
    write(value) {
      const parts = split(value);
      return parts && { [parts.key]: variants[parts.key].table.write(parts.props) };
    },
    allowed,
  };
}
