import { type Document, isMap, isSeq, type LineCounter, type YAMLMap } from 'yaml';
import type { Path } from '../fields';
import { readOwn } from './own-file';
import { indexOf, parse, startOf } from './parse';
import type { Problems } from './problems';

/** A YAML file that was read: its value, and on which line each part of it stands. */
export class Source {
  private readonly indices = new Map<YAMLMap, ReturnType<typeof indexOf>>();

  constructor(
    /** Relative to the catalog's root. */
    public readonly path: string,
    private readonly document: Document,
    private readonly lines: LineCounter,
  ) {}

  public get value(): unknown {
    return this.document.toJS();
  }

  /** Whether something stands at a path. */
  public has(path: Path): boolean {
    return this.document.hasIn(path);
  }

  /** The text, number or boolean at a path, as it was written; undefined when there is none. */
  public written(path: Path): unknown {
    const value = this.document.getIn(path);
    return typeof value === 'object' ? undefined : value;
  }

  /** The line of a key or list item; of the nearest thing around it when it is absent. */
  public lineOf(path: Path): number {
    let node: unknown = this.document.contents;
    let offset = startOf(node);
    for (const step of path) {
      const [at, next] = this.child(node, step);
      if (at === undefined) break;
      offset = startOf(at);
      node = next;
    }
    return this.lines.linePos(offset).line;
  }

  private child(node: unknown, step: string | number): [unknown, unknown] {
    if (isMap(node)) {
      const index = this.indices.get(node) ?? indexOf(node);
      this.indices.set(node, index);
      const pair = index.get(String(step));
      return [pair?.key, pair?.value];
    }
    const item = isSeq(node) ? node.items[Number(step)] : undefined;
    return [item, item];
  }
}

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
