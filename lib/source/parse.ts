import {
  CST,
  type Document,
  isScalar,
  Lexer,
  LineCounter,
  Parser,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { unreadable } from '../text';
import type { Problems } from './problems';
import { keyName, type Parsed, startOf } from './source';

/** Deeper than any declaration, and shallow enough for what walks a document by recursion. */
const MAX_DEPTH = 100;
/** Without one of these nothing begins within something else. */
const OPENS = /[[{:?-]/g;
// after the first errors of a broken file the others say little
const MAX_ERRORS = 10;

/** Parses a file's text; undefined when it holds no YAML value that a declaration may be, which then is a problem. */
export function parse(path: string, text: string, problems: Problems): Parsed | undefined {
  const lines = new LineCounter();
  let sound = true;
  const report = (offset: number, problem: string) => {
    sound = false;
    problems.add(path, lines.linePos(offset).line, problem);
  };
  const deep = lineTooDeep(text);
  if (deep !== undefined) {
    problems.add(path, deep, `maps and lists nest too deep; allowed: at most ${MAX_DEPTH} levels`);
    return undefined;
  }
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    // its own check compares each key with each other
    uniqueKeys: false,
    strict: true,
    prettyErrors: false,
  });
  const errors = [...document.errors, ...document.warnings];
  for (const error of errors.slice(0, MAX_ERRORS)) report(error.pos[0], describe(error, text));
  if (!sound) return undefined;
  if (document.contents === null) report(0, 'file is empty; allowed: a map of settings');
  checkNodes(document, report);
  return sound ? { document, lines } : undefined;
}

/** The line on which a text nests too deep, if it does. Does not recurse, as what follows does. */
function lineTooDeep(text: string): number | undefined {
  if ((text.match(OPENS)?.length ?? 0) <= MAX_DEPTH) return undefined;
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const _ of parser.next(lexeme));
    // what is open may be more than maps and lists, never less
    const { stack, offset } = parser;
    if (stack.length > MAX_DEPTH && stack.filter(CST.isCollection).length > MAX_DEPTH) {
      return text.slice(0, offset).split('\n').length;
    }
  }
  return undefined;
}

function checkNodes(document: Document, report: (offset: number, problem: string) => void): void {
  visit(document, {
    Alias(_, { source, range }) {
      report(range![0], `alias "*${source}" is not supported; allowed: the value itself`);
    },
    Map(_, map) {
      reportTwins(map, report);
    },
    Pair(_, { key, value }) {
      // null takes away what others say: someone who forgot a value did not mean that
      if (value === null || (isScalar(value) && value.value === null && value.source === ''))
        report(startOf(key), `${keyName(key)}: value is missing; allowed: a value, or null, where it takes one away`);
    },
    Scalar(role, { value, range }) {
      const problem = typeof value === 'string' ? unreadable(value) : undefined;
      if (problem) report(range![0], `${role === 'key' ? 'key' : 'value'} "${value}" ${problem}`);
    },
  });
}

function reportTwins(map: YAMLMap, report: (offset: number, problem: string) => void): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    const name = keyName(key);
    if (seen.has(name)) report(startOf(key), `${name}: key appears twice; allowed: each key once`);
    seen.add(name);
  }
}

function describe(error: YAMLError, text: string): string {
  if (error.code === 'MULTIPLE_DOCS') return 'second document; allowed: one document a file';
  const [line] = /\S.*/.exec(text.slice(error.pos[0])) ?? [];
  const place = line === undefined ? 'the end of the file' : JSON.stringify(line.slice(0, 100).trimEnd());
  return `broken YAML at ${place}: ${error.message}; allowed: YAML 1.2`;
}
