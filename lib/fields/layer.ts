import { type Field, isMap, type Schema } from './field';

/** A setting that null takes away from what lies under it. */
export function removable<T>(field: Field<T>): Field<T> {
  return {
    ...field,
    schema: nullable(field.schema),
    read: (raw, place) => (raw === null ? (null as T) : field.read(raw, place)),
    write: (value) => (value === null ? null : field.write(value)),
  };
}

function nullable({ const: only, ...schema }: Schema): Schema {
  const { type, enum: names = only === undefined ? undefined : [only] } = schema;
  if (type === undefined) return { anyOf: [schema, { type: 'null' }] };
  return { ...schema, type: [type, 'null'].flat(), ...(Array.isArray(names) && { enum: [...names, null] }) };
}

/** A kind of setting, as far as it says what becomes of two values. */
export interface Mergeable {
  merge?(under: unknown, over: unknown): unknown;
}

/** Two maps of which one lies over the other, by name: of each the upper value, or what its kind makes of both. */
export function merged<T>(
  under: { readonly [name: string]: T },
  over: { readonly [name: string]: T },
  kindOf: (name: string) => Mergeable | undefined,
): { [name: string]: T } {
  const upper = Object.entries(over).filter(([, value]) => value !== undefined);
  if (upper.length === 0) return under;
  if (Object.keys(under).length === 0 && upper.length === Object.keys(over).length) return over;
  // an assignment would lose a name such as __proto__
  const values = new Map(Object.entries(under));
  for (const [name, value] of upper) values.set(name, lay(kindOf(name) ?? {}, values.get(name), value));
  return Object.fromEntries(values);
}

function lay<T>({ merge }: Mergeable, under: T | undefined, over: T): T {
  return merge && isPlain(under) && isPlain(over) ? (merge(under, over) as T) : over;
}

/** Settings without what null took away. */
export function withoutRemoved<T>(value: T): T {
  if (!holdsNull(value)) return value;
  const left = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(left.map(([key, each]) => [key, withoutRemoved(each)])) as T;
}

function holdsNull(value: unknown): value is { readonly [key: string]: unknown } {
  return isPlain(value) && Object.values(value).some((each) => each === null || holdsNull(each));
}

/** Those of some settings that have one of some names. */
export function pick<T extends object>(settings: T, names: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => names.includes(name))) as Partial<T>;
}

/** Whether something is a map, and not an object of a class. */
function isPlain(value: unknown): value is { readonly [key: string]: unknown } {
  return isMap(value) && Object.getPrototypeOf(value) === Object.prototype;
}
