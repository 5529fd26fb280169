import type { Entry } from './entry';
import type { Raw, Schema, Spread } from './field';
import type { Place } from './place';
import type { Path } from './problem';

/** One prop of a table, and the keys that it has in YAML. */
export interface Slot {
  readonly prop: string;
  /** None where only code has the prop. */
  readonly keys: readonly string[];
  readonly required: boolean;
  readonly isSpread: boolean;
  /** Whether each of several layers may have a part of it. */
  readonly hasLayers: boolean;
  /** The JSON Schemas of the keys. */
  readonly properties: { readonly [key: string]: Schema };
  read(raw: Raw, place: Place): unknown;
  /** Writes a value that is given among those of the table. */
  writeTo(raw: { [key: string]: unknown }, value: unknown): void;
  /** The value as YAML has it, without its key. */
  form(value: unknown): unknown;
  /** The value of a prop that is not given. */
  readonly standard?: unknown;
  /** Fills in the defaults of what is within. */
  readonly fill?: (value: unknown) => unknown;
  /** Where the prop stands in its table. */
  place(table: Place): Place;
  /** Where something within stands, by its way in YAML: from the key on, or with it where there are several. */
  within(path: Path, table: Place): Place;
}

/** @param of The interface whose doc comments describe the props. */
export function slotsOf(of: string, fields: object): Slot[] {
  return Object.entries(fields as { [prop: string]: Entry<unknown> }).map(([prop, entry]) =>
    'spread' in entry ? spreadSlot(of, prop, entry) : fieldSlot(of, prop, entry),
  );
}

function fieldSlot(of: string, prop: string, entry: Exclude<Entry<unknown>, Spread<unknown>>): Slot {
  const { key = prop, codeOnly, required = false, unless } = entry;
  const place = (table: Place) => table.in(table.door === 'code' ? prop : key);
  return {
    prop,
    keys: codeOnly ? [] : [key],
    required,
    isSpread: false,
    hasLayers: entry.layer !== undefined,
    get properties() {
      if (codeOnly) return {};
      const { default: value } = entry;
      return {
        [key]: { ...entry.schema, $doc: `${of}.${prop}`, ...(value !== undefined && { default: entry.write(value) }) },
      };
    },
    read(raw, table) {
      if (codeOnly && table.door === 'yaml') return undefined;
      const value = Object.hasOwn(raw, key) ? raw[key] : undefined;
      if (value !== undefined) return entry.read(value, place(table));
      if (required && (unless === undefined || raw[unless] === undefined))
        place(table).report({ reason: 'is missing', allowed: entry.allowed });
      return undefined;
    },
    writeTo(raw, value) {
      raw[key] = entry.write(value);
    },
    ...ofEntry(entry),
    place,
    within: (path, table) => (entry.table ? entry.table.locate(path, place(table)) : inside(place(table), path)),
  };
}

function spreadSlot(of: string, prop: string, entry: Entry<unknown> & Spread<unknown>): Slot {
  const place = (table: Place) => (table.door === 'code' ? table.in(prop) : table);
  return {
    prop,
    keys: entry.keys,
    required: false,
    isSpread: true,
    hasLayers: false,
    get properties() {
      const described = Object.entries(entry.properties).map(([key, schema]) => [
        key,
        { $doc: `${of}.${prop}`, ...schema },
      ]);
      return Object.fromEntries(described);
    },
    read(raw, table) {
      if (table.door === 'code' && Object.hasOwn(raw, prop)) return place(table).refuse(raw[prop], entry.allowed);
      const own = Object.fromEntries(entry.keys.filter((key) => Object.hasOwn(raw, key)).map((key) => [key, raw[key]]));
      return Object.keys(own).length > 0 || entry.required ? entry.read(own, place(table)) : undefined;
    },
    // what has not the form has no keys either, and is told by the name of the prop
    writeTo: (raw, value) => Object.assign(raw, (entry.write(value) as Raw | undefined) ?? { [prop]: value }),
    ...ofEntry(entry),
    place,
    within(path, table) {
      if (entry.table) return entry.table.locate(path, place(table));
      const [key, ...rest] = path;
      return key === undefined ? place(table) : entry.tables![key].locate(rest, place(table).in(key));
    },
  };
}

/** What a slot has from its entry, whichever keys that has. */
function ofEntry(entry: Entry<unknown>): Pick<Slot, 'form' | 'standard' | 'fill'> {
  return {
    form: (value) => (value === undefined ? undefined : entry.write(value)),
    standard: entry.default,
    fill: entry.fill && ((value) => entry.fill!(value)),
  };
}

/** A place further in. */
export function inside(place: Place, path: Path): Place {
  return path.reduce<Place>((outer, step) => outer.in(step), place);
}
