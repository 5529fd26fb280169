import type { Problems } from './problems';
import type { Path, Source } from './read';

/** A setting and the place that it was read from. */
interface Setting {
  readonly value: unknown;
  readonly source: Source;
  readonly path: Path;
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

  /** @param own The function's own file, to which a setting belongs that no layer has. */
  constructor(
    private readonly own: Source,
    layers: Layer[],
  ) {
    for (const { source, path, values = {} } of layers) {
      for (const [key, value] of Object.entries(values)) {
        const merged = key === 'env' ? { ...(this.settings.get(key)?.value as object), ...value } : value;
        this.settings.set(key, { value: merged, source, path: [...path, key] });
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
    const { source, path } = this.settings.get(key) ?? { source: this.own, path: [] };
    problems.add(source.path, source.lineOf([...path, ...item]), text);
  }
}
