import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter, type YAMLMap } from 'yaml';
import { ensure } from '../ensure';
import type { Path } from '../fields';

/** A document without errors, and where its lines begin. */
export interface Parsed {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** A YAML file that was read: its value, and on which line each part of it stands. */
export class Source {
  private readonly indices = new Map<YAMLMap, ReturnType<typeof indexOf>>();
  private parsed?: Parsed;

  constructor(
    /** Relative to the catalog's root. */
    public readonly path: string,
    public readonly text: string,
    private readonly parse: () => Parsed,
    public readonly value: unknown,
  ) {}

  /** Whether something stands at a path. */
  public has(path: Path): boolean {
    return this.document.hasIn(path);
  }

  /** The text, number or boolean at a path, as it was written; undefined when there is none. */
  public written(path: Path): unknown {
    const value = this.document.getIn(path);
    return typeof value === 'object' ? undefined : value;
  }

  /** What stands at a path. */
  public valueAt(path: Path): unknown {
    const value = this.document.getIn(path);
    return isNode(value) ? value.toJS(this.document) : value;
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
    return this.whole.lines.linePos(offset).line;
  }

  private get document(): Parsed['document'] {
    return this.whole.document;
  }

  private get whole(): Parsed {
    this.parsed ??= this.parse();
    return this.parsed;
  }

  private child(node: unknown, step: string | number): [unknown, unknown] {
    if (isMap(node)) {
      const pair = ensure(this.indices, node, () => indexOf(node)).get(String(step));
      return [pair?.key, pair?.value];
    }
    const item = isSeq(node) ? node.items[Number(step)] : undefined;
    return [item, item];
  }
}

/** A key as a property of the value. */
export function keyName(key: unknown): string {
  return isScalar(key) && key.value === null ? '' : String(key);
}

export function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** All items of a map by their key, found once. */
export function indexOf(map: YAMLMap): Map<string, YAMLMap['items'][number]> {
  return new Map(map.items.map((pair) => [keyName(pair.key), pair]));
}
