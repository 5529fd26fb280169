import { readOwn } from './own-file';
import { parse } from './parse';
import { Problems } from './problems';
import { readSimple } from './simple';
import { Source } from './source';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

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
  if (typeof content === 'string') {
    problems.add(path, 1, content);
    return undefined;
  }
  try {
    return UTF8.decode(content);
  } catch {
    problems.add(path, 1, 'file is not UTF-8; allowed: YAML in UTF-8');
    return undefined;
  }
}
