import { isMap, type Path, Place, type Problem, type Table, withoutRemoved } from '../fields';
import type { Problems } from './problems';
import type { Source } from './source';

/** Some settings of a function or a project, and where in a file they stand. */
export interface Layer<P = object> {
  readonly source: Source;
  readonly base: Path;
  readonly props?: Partial<P>;
  /** The keys that are of concern. @default - all */
  readonly keys?: readonly string[];
}

/** A line of a file of the catalog. */
export interface Origin {
  /** Relative to the catalog's root. */
  readonly file: string;
  readonly line: number;
}

/** The settings of a function, a job or a project in an environment, the lowest layer first. */
export class Layers<P extends object> {
  private merged?: Partial<P>;

  constructor(
    private readonly table: Table<P>,
    private readonly layers: readonly Layer<P>[],
    private readonly problems: Problems,
  ) {}

  public get props(): Partial<P> {
    this.merged ??= withoutRemoved(this.table.merge(this.layers.flatMap(({ props }) => props ?? [])));
    return this.merged;
  }

  /** What the uppermost layer that says something at a path says there; null takes away. */
  public said(path: Path): { readonly value: unknown; readonly origin: Origin } | undefined {
    const layer = this.uppermost(path);
    if (!layer) return undefined;
    const { source, base } = layer;
    const whole = [...base, ...path];
    return { value: source.valueAt(whole), origin: { file: source.path, line: source.lineOf(whole) } };
  }

  /** The ways to what a layer takes away from those under it. */
  public removals(): Path[] {
    return this.layers.flatMap(({ source, base }, index) =>
      nullsIn(source.valueAt(base)).filter((path) =>
        new Layers(this.table, this.layers.slice(0, index), this.problems).uppermost(path),
      ),
    );
  }

  /** Adds problems, each to what is wrong with the file that its setting was read from. */
  public report(found: readonly Problem[]): void {
    for (const problem of found) {
      const at = problem.at ?? problem.path;
      // a setting that no layer has belongs into the file of the function or project itself
      const own = this.layers.find(({ base }) => base.length === 0) ?? this.layers.at(-1);
      const { source, base } = this.uppermost(at) ?? this.uppermost(at.slice(0, 1)) ?? own!;
      this.problems.addIn(source, [problem], base);
    }
  }

  /**
   * Adds what the settings disagree on; returns whether they agree.
   * @param more Settings that no file says.
   * @param whole Whether these are all layers.
   */
  public check(more: { readonly [prop: string]: string }, whole = true): boolean {
    const found: Problem[] = [];
    const place = Place.root('yaml', found);
    const { props } = this;
    if (whole) this.table.checkWithin(props, place);
    if (found.length === 0) this.table.check({ ...props, ...more } as P, place, whole);
    this.report(found);
    return found.length === 0;
  }

  private uppermost(path: Path): Layer<P> | undefined {
    return [...this.layers]
      .reverse()
      .find(({ source, base, keys }) => (keys?.includes(String(path[0])) ?? true) && source.has([...base, ...path]));
  }
}

function nullsIn(value: unknown, path: Path = []): Path[] {
  if (value === null) return [path];
  return isMap(value) ? Object.entries(value).flatMap(([key, each]) => nullsIn(each, [...path, key])) : [];
}
