import { isMap, type Raw, type Schema, type Spread } from './field';
import { oneOfKeys } from './rules';
import type { Table } from './table';

/** An object whose keys stand among those around it. */
export function inline<P extends object>(table: Table<P>): Spread<P> {
  return {
    spread: true,
    keys: table.keys,
    table,
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
    tables: Object.fromEntries(keys.map((key) => [key, variants[key].table])),
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
