import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ErrorObject } from 'ajv';
import { isMap, LineCounter, type Node, parseAllDocuments } from 'yaml';
import type { JsonSchema } from './schema';

/** Collects what is wrong with the input, so that all of it is told at once. */
export class Problems {
  private readonly found: { readonly file: string; readonly line: number; readonly text: string }[] = [];

  public add(file: string, line: number, text: string): void {
    this.found.push({ file, line, text });
  }

  /** One line a problem, by file and line. */
  public toLines(): string[] {
    return [...this.found]
      .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
      .map(({ file, line, text }) => `${file}:${line}: ${text}`);
  }
}

/** Reads a YAML file and checks it against a schema. Returns undefined, and adds to `problems`, when it is wrong. */
export function readDocument(root: string, file: string, schema: JsonSchema, problems: Problems): unknown {
  const text = decode(readFileSync(join(root, file)));
  if (text === undefined) return void problems.add(file, 1, 'is not UTF-8; allowed: text in UTF-8');
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const document = documents[0];
  if (!Array.isArray(documents) || !document || document.contents === null) {
    return void problems.add(file, 1, 'is empty; allowed: a map of settings');
  }
  const errors = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  for (const error of errors)
    problems.add(file, lines.linePos(error.pos[0]).line, `is no valid YAML: ${error.message}`);
  if (errors.length > 0) return undefined;
  if (documents.length > 1) return void problems.add(file, 1, `holds ${documents.length} documents; allowed: one`);
  if (!isMap(document.contents)) return void problems.add(file, 1, 'is no map; allowed: a map of settings');

  const data: unknown = document.toJS();
  const lineOf = (path: string[]) => {
    const node = keyOrValue(document.contents as Node, path);
    return node?.range ? lines.linePos(node.range[0]).line : 1;
  };
  const found = check(schema, data);
  for (const error of found) problems.add(file, lineOf(pathOf(error)), describe(error));
  return found.length > 0 ? undefined : data;
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const compiled = new Map<JsonSchema, ReturnType<Ajv['compile']>>();

function check(schema: JsonSchema, data: unknown): ErrorObject[] {
  const validate =
    compiled.get(schema) ?? new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(schema);
  compiled.set(schema, validate);
  validate(data);
  return validate.errors ?? [];
}

/** The place of an error; for an unknown key, the key itself. */
function pathOf({ instancePath, params }: ErrorObject): string[] {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return params.additionalProperty === undefined ? path : [...path, params.additionalProperty];
}

function describe(error: ErrorObject): string {
  const name = pathOf(error).join('.');
  const schema = error.parentSchema as { properties?: object; $comment?: string };
  if (error.keyword === 'additionalProperties')
    return `${name} is an unknown key; allowed: ${Object.keys(schema.properties ?? {}).join(', ')}`;
  if (error.keyword === 'required')
    return `${[name, error.params.missingProperty].filter(Boolean).join('.')} is missing`;
  return `${name} ${JSON.stringify(error.data)} is invalid; allowed: ${schema.$comment ?? error.message}`;
}

/** The key's node of a map entry, since a value may begin lines below; else the value's. */
function keyOrValue(contents: Node, path: string[]): Node | undefined {
  let found: Node | undefined = contents;
  let current: unknown = contents;
  for (const part of path) {
    if (isMap(current)) {
      const pair = current.items.find(({ key }) => String(key) === part);
      found = (pair?.key as Node) ?? found;
      current = pair?.value;
    } else {
      current = (current as { items?: unknown[] })?.items?.[Number(part)];
      found = (current as Node) ?? found;
    }
  }
  return found;
}
