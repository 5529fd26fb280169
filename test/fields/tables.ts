import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT_FILE } from '../../lib/catalog/environment-file';
import { JOB_FILE, WORKLOAD_FILE } from '../../lib/catalog/job-file';
import { PROJECT_FILE } from '../../lib/catalog/project-file';
import { type Field, Place, type Problem, Table } from '../../lib/fields';
import type { AnyEntry } from '../../scripts/settings';

export type { AnyEntry };

const LIB = join(__dirname, '../../lib');

/** The tables that rooms give others. */
const ROOTS = (readdirSync(LIB, { recursive: true }) as string[])
  .filter((file) => /(fields|-file)\.ts$/.test(file))
  .flatMap((file) => Object.values(require(join(LIB, file))))
  .filter((value): value is Table<object> => value instanceof Table);

export function entriesOf(table: Table<object>): [prop: string, entry: AnyEntry][] {
  return Object.entries(table.fields as { [prop: string]: AnyEntry });
}

function below(table: Table<object>): Table<object>[] {
  const inner = entriesOf(table).flatMap(([, entry]) => [entry.table ?? [], Object.values(entry.tables ?? {})].flat());
  return [table, ...inner.flatMap(below)];
}

/** Every table that a construct or a file has. */
export const TABLES: readonly Table<object>[] = [...new Set(ROOTS.flatMap(below))];

const FILES = [ENVIRONMENT_FILE.of, PROJECT_FILE.of, JOB_FILE.of, WORKLOAD_FILE.of];

/** The tables that stand in code as they stand in YAML, apart from names of keys. */
export const DOORS = TABLES.filter((table) => !FILES.includes(table.of));

/** Each field once, by where it was first found. */
export function allFields(): [name: string, field: Field<unknown>, table: Table<object>, prop: string][] {
  const found = new Map<unknown, [string, Field<unknown>, Table<object>, string]>();
  for (const table of TABLES) {
    for (const [prop, entry] of entriesOf(table)) {
      if (!entry.spread && !found.has(entry.read)) {
        found.set(entry.read, [`${table.of}.${prop}`, entry as Field<unknown>, table, prop]);
      }
    }
  }
  return [...found.values()];
}

/** What YAML has, as code has it: props in place of keys. */
export function codeForm(table: Table<object>, raw: unknown): unknown {
  if (!isMap(raw)) return raw;
  const props: { [prop: string]: unknown } = {};
  for (const [prop, entry] of entriesOf(table)) {
    if (!entry.spread) {
      const key = entry.key ?? prop;
      if (Object.hasOwn(raw, key)) props[prop] = entry.schema?.properties ? codeForm(entry.table!, raw[key]) : raw[key];
    } else if (entry.table) {
      const own = Object.fromEntries(
        entry.keys!.filter((key) => Object.hasOwn(raw, key)).map((key) => [key, raw[key]]),
      );
      if (Object.keys(own).length > 0) props[prop] = codeForm(entry.table, own);
    } else {
      const own = Object.fromEntries(
        entry.keys!.filter((key) => Object.hasOwn(raw, key)).map((key) => [key, raw[key]]),
      );
      if (Object.keys(own).length > 0) props[prop] = made(entry, own);
    }
  }
  return props;
}

/** What only code can refuse, or make: an object of a class. */
export class Unmade extends Error {}

function made(entry: AnyEntry, own: { readonly [key: string]: unknown }): unknown {
  const problems: Problem[] = [];
  const value = entry.read!(own, Place.root('yaml', problems));
  if (problems.length > 0) throw new Unmade();
  return value;
}

/** The path of a prop, by that of its key. */
export function codePath(table: Table<object>, path: readonly (string | number)[]): (string | number)[] {
  const [key, ...rest] = path;
  if (key === undefined) return [];
  for (const [prop, entry] of entriesOf(table)) {
    if (entry.spread && entry.keys!.includes(String(key)))
      return [prop, ...(entry.table ? codePath(entry.table, path) : path)];
    if (!entry.spread && (entry.key ?? prop) === key)
      return [prop, ...(entry.schema?.properties ? codePath(entry.table!, rest) : rest)];
  }
  return [...path];
}

function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
