import type { Fields } from './entry';
import { type Field, isMap } from './field';
import { merged, removable } from './layer';
import { Place } from './place';
import { type Problem, show } from './problem';
import type { Table } from './table';

export interface ListProps {
  /** The smallest number of items. */
  readonly min?: number;
  /** What makes two texts one, beside being the same. */
  readonly sameAs?: (item: string) => string;
  /** Whether an item may appear more than once, as an argument may. */
  readonly repeats?: boolean;
}

/** A list, in which nothing appears twice unless it says so. */
export function list<T>(
  item: Field<T>,
  { min = 0, sameAs = (text) => text, repeats = false }: ListProps = {},
): Field<T[]> {
  const allowed = `a list${min > 0 ? ' that is not empty' : ''}${repeats ? '' : ', each item once'}`;
  return {
    table: item.table,
    schema: {
      type: 'array',
      items: item.schema,
      ...(!repeats && { uniqueItems: true }),
      ...(min > 0 && { minItems: min }),
    },
    allowed,
    read(raw, place) {
      if (!Array.isArray(raw) || raw.length < min) return place.refuse(raw, allowed);
      const seen = new Map<string, unknown>();
      return raw.flatMap((value, index) => {
        const read = item.read(value, place.in(index));
        if (read === undefined) return [];
        const form = typeof value === 'string' ? sameAs(value) : JSON.stringify(item.write(read));
        if (!repeats && seen.has(form))
          place
            .in(index)
            .report({ value, reason: `is the same as ${show(seen.get(form))}`, allowed: 'each item once' });
        seen.set(form, value);
        return [read];
      });
    },
    write: (value) => (Array.isArray(value) ? value.map((each) => item.write(each)) : value),
  };
}

/** A map from names of one's own to values of one kind. Of two layers each name has its value from the upper one. */
export function map<T>(name: Field<string>, value: Field<T>): Field<{ [name: string]: T }> {
  return {
    table: value.table,
    schema: { type: 'object', propertyNames: name.schema, additionalProperties: value.schema },
    allowed: 'a map of names and values',
    read(raw, place) {
      if (!isMap(raw)) return place.refuse(raw, this.allowed);
      const entries = Object.entries(raw).map(([key, each]): [string, T] => {
        readName(name, key, place);
        return [key, value.read(each, place.in(key)) as T];
      });
      return Object.fromEntries(entries);
    },
    write: (values) =>
      isMap(values)
        ? Object.fromEntries(Object.entries(values).map(([key, each]) => [key, value.write(each)]))
        : values,
    merge: (under, over) => merged(under, over, () => value),
    layer(removes) {
      const inner = value.layer?.(removes) ?? value;
      return map(name, removes ? removable(inner) : inner);
    },
  };
}

/** A map with the keys of a table. */
export function object<P extends object, F = Fields<P>>(table: Table<P, F>): Field<P> {
  const read: Field<P>['read'] = (raw, place) => table.readWhole(raw, place);
  return {
    get schema() {
      return table.schema;
    },
    allowed: table.allowed,
    table,
    read,
    write: (value) => table.write(value),
    fill: (value) => table.fill(value),
    merge: (under, over) => table.merge([under, over]) as P,
    // what is made an object of a class is one thing
    layer(removes) {
      return this.read === read ? (part(table.part(removes)) as unknown as Field<P>) : this;
    },
  };
}

/** Some of the keys of a table, which others complete. */
export function part<P extends object, F = Fields<P>>(table: Table<P, F>): Field<P> {
  return { ...object(table), read: (raw, place) => table.read(raw, place) };
}

/** A map that another field takes, or `false`: that none of it is wanted. */
export function orFalse<T extends object>(field: Field<T>): Field<T | false> {
  return {
    get schema() {
      return { ...field.schema, type: [field.schema.type, 'boolean'], not: { const: true } };
    },
    allowed: `false, or ${field.allowed}`,
    table: field.table,
    read(raw, place) {
      if (raw === false) return false;
      return isMap(raw) ? field.read(raw, place) : place.refuse(raw, this.allowed);
    },
    write: (value) => (value === false ? false : field.write(value)),
    fill: (value) => (value === false || !field.fill ? value : field.fill(value)),
  };
}

/** The path shows the name, so that the problem need not. */
function readName(name: Field<string>, key: string, place: Place): void {
  const problems: Problem[] = [];
  name.read(key, Place.root(place.door, problems));
  for (const { reason, allowed } of problems) {
    place.in(key).report({ reason: reason === 'is invalid' ? 'is not a valid name' : reason, allowed });
  }
}
