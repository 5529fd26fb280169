import { Place } from '../fields';
import { readOwn } from './own-file';
import { parse } from './parse';
import { Problems } from './problems';
import { readSimple } from './simple';
import { Source } from './source';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** A file by what it is called. The path is relative to the folder of all, with slashes. */
export interface NamedFile {
  readonly name: string;
  readonly path: string;
}

/** A file whose settings were read. */
export interface Loaded<Props> {
  readonly name: string;
  readonly source: Source;
  readonly props: Props;
  /** Whether nothing is wrong with it by itself. */
  readonly sound: boolean;
}

/** Reads settings from a file and adds what is wrong with them; undefined when it holds none. */
export function readSettings<Props>(
  root: string,
  { name, path }: NamedFile,
  read: (raw: unknown, place: Place) => Props | undefined,
  problems: Problems,
): Loaded<Props> | undefined {
  const source = readSource(root, path, problems);
  if (!source) return undefined;
  const place = Place.root('yaml', []);
  const props = read(source.value, place);
  problems.addIn(source, place.problems);
  return props && { name, source, props, sound: place.problems.length === 0 };
}

/** Reads a file; undefined when it holds no YAML value, which then is a problem. */
export function readSource(root: string, path: string, problems: Problems): Source | undefined {
  const text = readText(root, path, problems);
  if (text === undefined) return undefined;
  const value = readSimple(text);
  // where things stand is asked only when something is wrong with them
  if (value) return new Source(path, text, () => parse(path, text, problems)!, value);
  const parsed = parse(path, text, problems);
  return parsed && new Source(path, text, () => parsed, parsed.document.toJS());
}

/** What a text of YAML says, if it says anything. */
export function valueIn(text: string): unknown {
  return readSimple(text) ?? parse('', text, new Problems())?.document.toJS();
}

function readText(root: string, path: string, problems: Problems): string | undefined {
  const content = readOwn(root, path);
  try {
    if (Buffer.isBuffer(content)) return UTF8.decode(content);
    problems.addFault(path, content);
  } catch {
    problems.add(path, 1, 'file is not UTF-8; allowed: YAML in UTF-8');
  }
  return undefined;
}
