// npm run schemas: writes schemas/, what editors complete and check the catalog's YAML files with.
import './help.cjs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRIGGER_SCHEMA } from '../lib/triggers/fields';
import { triggerSchema } from '../lib/triggers/schema';
import { type DocComment, docComments } from './doc-comments';
import { FILE_KINDS } from './file-kinds';
import { scalerDocs } from './triggers';

const comments = new Map([...docComments(), ...scalerDocs()]);
const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** The JSON Schema of a kind of file, as it is stored. */
export function schemaText(kind: string): string {
  const { title, table } = FILE_KINDS[kind];
  return `${JSON.stringify({ $schema: DRAFT, title, ...Object(describe(table.schema)) }, null, 2)}\n`;
}

/** The JSON Schema of a trigger, as it is stored: a scaler a line, since it is long and is read by editors alone. */
export function triggerSchemaText(): string {
  const { definitions, ...head } = describe(triggerSchema()) as { readonly definitions: object };
  const start = JSON.stringify({ $schema: DRAFT, title: 'Trigger', ...head }).slice(0, -1);
  const lines = Object.entries(definitions).map(([name, each]) => `${JSON.stringify(name)}:${JSON.stringify(each)}`);
  return `${start},"definitions":{\n${lines.join(',\n')}\n}}\n`;
}

/** Every schema by its file. */
export function schemaFiles(): { readonly [file: string]: string } {
  const kinds = Object.keys(FILE_KINDS).map((kind) => [`${kind}.schema.json`, schemaText(kind)]);
  return { ...Object.fromEntries(kinds), [TRIGGER_SCHEMA]: triggerSchemaText() };
}

/** Puts the doc comment of a prop in place of the reference to it. */
function describe(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(describe);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) =>
      keyword === '$doc' ? ['description', description(value)] : [keyword, describe(value)],
    ),
  );
}

function description(name: string): string {
  const comment = comments.get(name);
  if (!comment?.text) throw new Error(`${name} has no doc comment, which would describe it`);
  return [comment.text, defaultText(comment)].filter(Boolean).join(' ');
}

/** A default in words; one that is a value stands in the schema as such. */
function defaultText({ default: text }: DocComment): string {
  return text?.startsWith('- ') ? `Default: ${text.slice(2)}.` : '';
}

if (require.main === module) {
  for (const [file, text] of Object.entries(schemaFiles())) writeFileSync(join(__dirname, '..', 'schemas', file), text);
}
