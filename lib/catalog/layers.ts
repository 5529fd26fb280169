import { type Path, type Problem, withoutRemoved } from '../fields';
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

/** The settings of a function in an environment, the lowest layer first. */
export class Layers {
  constructor(private readonly layers: readonly Layer[]) {}

  public get props(): Partial<FunctionChartProps> {
    return withoutRemoved(FUNCTION.merge(this.layers.flatMap(({ props }) => props ?? [])));
  }

  /** Adds a problem to what is wrong with the file that the setting was read from. */
  public report(problems: Problems, problem: Problem): void {
    const at = problem.at ?? problem.path;
    const has = (path: Path) => [...this.layers].reverse().find(({ source, base }) => source.has([...base, ...path]));
    // a setting that no layer has belongs into the function's own file
    const own = this.layers.find(({ base }) => base.length === 0);
    const { source, base } = has(at) ?? has(at.slice(0, 1)) ?? own!;
    problems.addIn(source, [problem], base);
  }
}
