// npm run schemas: writes schemas/, what editors complete and check the catalog's YAML files with.
import './help.cjs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_KINDS } from '../lib/catalog/schema';
import { type DocComment, docComments } from './doc-comments';

const comments = docComments();

/** The JSON Schema of a kind of file, as it is stored. */
export function schemaText(kind: string): string {
  const { title, table } = FILE_KINDS[kind];
  const head = { $schema: 'http://json-schema.org/draft-07/schema#', title };
  return `${JSON.stringify({ ...head, ...Object(describe(table.schema)) }, null, 2)}\n`;
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
  for (const kind of Object.keys(FILE_KINDS))
    writeFileSync(join(__dirname, '..', 'schemas', `${kind}.schema.json`), schemaText(kind));
}
