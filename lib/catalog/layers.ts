import { isMap, type Path, type Problem, withoutRemoved } from '../fields';
import type { FunctionChartProps } from '../function';
import { FUNCTION } from '../function/fields';
import type { Problems } from './problems';
import type { Source } from './source';

/** Some settings of a function, and where in a file they stand. */
export interface Layer {
  readonly source: Source;
  readonly base: Path;
  readonly props?: Partial<FunctionChartProps>;
}

/** A line of a file of the catalog. */
export interface Origin {
  /** Relative to the catalog's root. */
  readonly file: string;
  readonly line: number;
}

/** The settings of a function in an environment, the lowest layer first. */
export class Layers {
  constructor(private readonly layers: readonly Layer[]) {}

  public get props(): Partial<FunctionChartProps> {
    return withoutRemoved(FUNCTION.merge(this.layers.flatMap(({ props }) => props ?? [])));
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
      nullsIn(source.valueAt(base)).filter((path) => new Layers(this.layers.slice(0, index)).uppermost(path)),
    );
  }

  /** Adds a problem to what is wrong with the file that the setting was read from. */
  public report(problems: Problems, problem: Problem): void {
    const at = problem.at ?? problem.path;
    // a setting that no layer has belongs into the function's own file
    const own = this.layers.find(({ base }) => base.length === 0);
    const { source, base } = this.uppermost(at) ?? this.uppermost(at.slice(0, 1)) ?? own!;
    problems.addIn(source, [problem], base);
  }

  private uppermost(path: Path): Layer | undefined {
    return [...this.layers].reverse().find(({ source, base }) => source.has([...base, ...path]));
  }
}

function nullsIn(value: unknown, path: Path = []): Path[] {
  if (value === null) return [path];
  return isMap(value) ? Object.entries(value).flatMap(([key, each]) => nullsIn(each, [...path, key])) : [];
}
