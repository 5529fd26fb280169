import type { Problems } from './problems';
import type { Path, Source } from './read';

interface Place {
  readonly source: Source;
  readonly path: Path;
}

/** A setting and the place that it was read from. */
interface Setting extends Place {
  readonly value: unknown;
}

/** Some settings of one file: those below a path of it. */
export interface Layer {
  readonly source: Source;
  readonly path: Path;
  readonly values?: object;
}

/** The settings of a function in an environment, each from the last layer that has it. */
export class Settings {
  private readonly settings = new Map<string, Setting>();
  // each comes from the last layer that has it, not from the last that has any
  private readonly variables = new Map<string, Place>();

  /** @param own The function's own file, to which a setting belongs that no layer has. */
  constructor(
    private readonly own: Source,
    layers: Layer[],
  ) {
    for (const { source, path, values = {} } of layers) {
      for (const [key, value] of Object.entries(values)) {
        const place = { source, path: [...path, key] };
        const merged = key === 'env' ? { ...(this.settings.get(key)?.value as object), ...value } : value;
        this.settings.set(key, { value: merged, ...place });
        if (key === 'env') for (const name of Object.keys(value)) this.variables.set(name, place);
      }
    }
  }

  public get values(): object {
    return Object.fromEntries([...this.settings].map(([key, { value }]) => [key, value]));
  }

  public has(key: string): boolean {
    return this.settings.has(key);
  }

  /** Reports a problem where a setting, or an item of it, was read. */
  public report(problems: Problems, key: string, text: string, item: Path = []): void {
    const own = { source: this.own, path: [] };
    const variable = key === 'env' && item.length > 0 ? this.variables.get(item[0]) : undefined;
    const { source, path } = variable ?? this.settings.get(key) ?? own;
    problems.add(source.path, source.lineOf([...path, ...item]), text);
  }
}
