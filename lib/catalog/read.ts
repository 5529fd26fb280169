import { readOwn } from './own-file';
import { parse } from './parse';
import type { Problems } from './problems';
import { Source } from './source';

/** Reads a file; undefined when it holds no YAML value, which then is a problem. */
export function readSource(root: string, path: string, problems: Problems): Source | undefined {
  const text = readText(root, path, problems);
  const parsed = text === undefined ? undefined : parse(path, text, problems);
  return parsed && new Source(path, parsed.document, parsed.lines);
}

function readText(root: string, path: string, problems: Problems): string | undefined {
  const content = readOwn(root, path);
  if (typeof content === 'string') {
    problems.add(path, 1, content);
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    problems.add(path, 1, 'file is not UTF-8; allowed: YAML in UTF-8');
    return undefined;
  }
}
