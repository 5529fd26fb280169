// The settings of each kind of file, as rows of a table: from the tables of fields, and the doc comments of their props.

import { type Field, MAX_INT32, type Schema, type Spread, Table } from '../lib/fields';
import { FUNCTION } from '../lib/function/fields';
import { TRIGGER_SCHEMA } from '../lib/triggers/fields';
import { type DocComment, docComments } from './doc-comments';
import { FILE_KINDS } from './file-kinds';

/** A field or a spread, as a table holds it. */
export type AnyEntry = Partial<Omit<Field<unknown>, 'table'>> &
  Partial<Omit<Spread<unknown>, 'table' | 'tables'>> & {
    readonly table?: Table<object>;
    readonly tables?: { readonly [key: string]: Table<object> };
    readonly default?: unknown;
    readonly required?: boolean;
    readonly key?: string;
    readonly codeOnly?: boolean;
  };

const HEAD = ['key', 'value', 'default', 'what it is'];

const code = (text: string) => `\`${text}\``;
let comments: ReadonlyMap<string, DocComment> | undefined;

/** The settings of a kind of file as a table, a row a key; a key within another is behind a dot. */
export function settingsList(kind: string): string {
  const { table } = FILE_KINDS[kind];
  if (table.of !== FUNCTION.of) return listOf(table);
  // what a layer may leave to others is required all the same
  const fields = Object.entries(FUNCTION.fields).filter(([prop]) => Object.hasOwn(table.fields, prop));
  return listOf(new Table<object>(FUNCTION.of, Object.fromEntries(fields) as object));
}

/** The same of any table. */
export const listOf = (table: Table<object>): string => markdownTable([HEAD, ...rowsOf(table, '', new Map())]);

/** Rows as a table, the first of them its head; not aligned: one long cell would make each row as long. */
export function markdownTable([head, ...rows]: readonly string[][]): string {
  const all = [head!, head!.map(() => '---'), ...rows];
  return all.map((row) => `| ${row.map((cell) => plain(cell)).join(' | ')} |`).join('\n');
}

/** A text that Markdown takes as it is. */
function plain(text: string): string {
  const parts = text.replaceAll('|', '\\|').split(/(`[^`]*`)/);
  return parts.map((part, index) => (index % 2 === 0 ? part.replaceAll('<', '\\<') : part)).join('');
}

/** @param listed Where the keys of a table were listed first. */
function rowsOf(
  table: Table<object>,
  prefix: string,
  listed: Map<Table<object>, string>,
  around?: DocComment,
): string[][] {
  return Object.entries(table.fields as { [prop: string]: AnyEntry }).flatMap(([prop, entry]) => {
    const comment = commentOf(`${table.of}.${prop}`);
    if (entry.codeOnly) return [];
    // keys that stand among others: what the whole of them is by default, each is
    if (entry.spread && entry.table) return rowsOf(entry.table, prefix, listed, comment);
    if (entry.tables) {
      return Object.entries(entry.tables).flatMap(([key, inner]) => [
        [code(prefix + key), 'a map', `one of ${Object.keys(entry.tables!).join(', ')}`, comment.text],
        ...rowsOf(inner, `${prefix}${key}.`, listed),
      ]);
    }
    const key = prefix + (entry.key ?? prop);
    const standard = comment.default?.startsWith('- ') ? (around ?? comment) : comment;
    const first = entry.table && listed.get(entry.table);
    const form = first ? `a map, as ${code(first)}` : inWords(entry.schema!);
    const row = [code(key), form, defaultOf(entry, standard), comment.text];
    return [row, ...(first ? [] : within(entry, key, listed))];
  });
}

function within({ table, schema = {} }: AnyEntry, key: string, listed: Map<Table<object>, string>): string[][] {
  // they have a table of their own
  if (!table || table.of === FUNCTION.of) return [];
  if (schema.properties) listed.set(table, key);
  const alternatives = (schema.anyOf ?? []) as Schema[];
  const [only] = alternatives.flatMap(({ required }) => (required ?? []) as string[]);
  const step = only
    ? `.${only}`
    : [schema.type].flat().includes('array')
      ? '[]'
      : schema.propertyNames
        ? '.<name>'
        : '';
  return rowsOf(table, `${key}${step}.`, listed);
}

function commentOf(name: string): DocComment {
  comments ??= docComments();
  const comment = comments.get(name);
  if (!comment) throw new Error(`${name} has no doc comment`);
  return comment;
}

function defaultOf(entry: AnyEntry, { default: text = '' }: DocComment): string {
  if (entry.required) return '**required**';
  if (entry.default === undefined) return text.replace(/^- /, '');
  const written = entry.write!(entry.default);
  return code(typeof written === 'string' ? written : JSON.stringify(written));
}

/** The form of a value. */
export function inWords(schema: Schema): string {
  const { enum: names, errorMessage, items, propertyNames, additionalProperties } = schema;
  // null, which takes away, is told of all keys at once
  const [type] = [schema.type].flat();
  if (schema.$ref === TRIGGER_SCHEMA) return 'a [trigger](triggers.md)';
  if (schema.anyOf) return (schema.anyOf as Schema[]).map(inWords).join(', or ');
  if (names) return (names as (string | null)[]).flatMap((name) => (name === null ? [] : code(name))).join(', ');
  if (schema.const !== undefined) return code(String(schema.const));
  if (type === 'boolean') return '`true`, `false`';
  if (Array.isArray(type)) return '`false`, or a map';
  if (type === 'integer') {
    const { minimum, maximum } = schema;
    return `a whole number from ${minimum}${maximum === MAX_INT32 ? ' on' : ` to ${maximum}`}`;
  }
  if (errorMessage) return errorMessage as string;
  if (type === 'array') return `a list${schema.minItems ? ' that is not empty' : ''} of: ${inWords(items as Schema)}`;
  if (propertyNames)
    return `a map of ${inWords(propertyNames as Schema)} to: ${inWords(additionalProperties as Schema)}`;
  const [only] = (schema.required as string[] | undefined) ?? [];
  if (!schema.$doc && only) return `a map with ${code(only)}`;
  return (schema.$doc as string) === FUNCTION.of ? keysOfFunction(schema) : 'a map';
}

/** Some of the keys of a function, which have a table of their own. */
function keysOfFunction({ properties }: Schema): string {
  const without = FUNCTION.keys.filter((key) => !Object.hasOwn(properties as object, key));
  const but = without.length > 0 ? `, but ${without.map(code).join(', ')}` : '';
  return `a map with keys of a [function](#function)${but}`;
}
