import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { Problems } from './problems';

/** The way to a value within a file: keys of maps and indices of lists. */
export type Path = readonly string[];

/** A YAML file that was read: its value, and on which line each part of it stands. */
export class Source {
  constructor(
    /** Relative to the catalog's root. */
    public readonly path: string,
    private readonly document: Document,
    private readonly lines: LineCounter,
  ) {}

  public get value(): unknown {
    return this.document.toJS();
  }

  /** The line of a key or list item; of the nearest thing around it when it is absent. */
  public lineOf(path: Path): number {
    let node: unknown = this.document.contents;
    let offset = start(node);
    for (const step of path) {
      const [at, next] = child(node, step);
      if (at === undefined) break;
      offset = start(at);
      node = next;
    }
    return this.lines.linePos(offset).line;
  }
}

/** Reads a file; undefined when it holds no YAML value, which then is a problem. */
export function readSource(root: string, path: string, problems: Problems): Source | undefined {
  const text = readText(root, path, problems);
  if (text === undefined) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    strict: true,
    prettyErrors: false,
  });
  const report = (offset: number, problem: string) => problems.add(path, lines.linePos(offset).line, problem);
  const errors = [...document.errors, ...document.warnings];
  for (const error of errors) report(error.pos[0], describe(error, text));
  if (errors.length > 0) return undefined;
  if (document.contents === null) {
    problems.add(path, 1, 'file is empty; allowed: a map of settings');
    return undefined;
  }
  let aliases = 0;
  visit(document, {
    Alias(_, alias) {
      aliases++;
      report(alias.range![0], `alias "*${alias.source}" is not supported; allowed: the value itself`);
    },
  });
  return aliases > 0 ? undefined : new Source(path, document, lines);
}

function readText(root: string, path: string, problems: Problems): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(root, path)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const notUtf8 = code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
    problems.add(path, 1, notUtf8 ? 'file is not UTF-8; allowed: YAML in UTF-8' : `file cannot be read: ${code}`);
    return undefined;
  }
}

function describe(error: YAMLError, text: string): string {
  const rest = text.slice(error.pos[0]);
  if (error.code === 'DUPLICATE_KEY')
    return `${/^[^:\n]*/.exec(rest)![0].trim()}: key appears twice; allowed: each key once`;
  if (error.code === 'MULTIPLE_DOCS') return 'second document; allowed: one document a file';
  const place = rest.trim() ? JSON.stringify(rest.trimStart().split('\n', 1)[0].trimEnd()) : 'the end of the file';
  return `broken YAML at ${place}: ${error.message}; allowed: YAML 1.2`;
}

function child(node: unknown, step: string): [unknown, unknown] {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => String(key) === step);
    return [pair?.key, pair?.value];
  }
  const item = isSeq(node) ? node.items[Number(step)] : undefined;
  return [item, item];
}

function start(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
