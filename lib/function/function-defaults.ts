import type { IConstruct } from 'constructs';
import { ensure } from '../ensure';
import { reject } from '../errors';
import { Place, type Problem, pick, type Table, throwIfAny } from '../fields';
import { FUNCTION, SHARED } from './fields';
import type { FunctionChartProps, SharedFunctionProps } from './props';

const ALL = new WeakMap<IConstruct, FunctionDefaults>();

/**
 * Settings of every function below a scope, such as an environment or the folder of a project, under each function's own.
 * Of two scopes the nearer one's lie over the other's, merged as the layers of a catalog are.
 */
export class FunctionDefaults {
  public static of(scope: IConstruct): FunctionDefaults {
    return ensure(ALL, scope, () => new FunctionDefaults(scope));
  }

  /** The settings of a function over those of all scopes around it. @internal */
  public static _under(chart: IConstruct, props: FunctionChartProps): FunctionChartProps {
    return FUNCTION.merge([...FunctionDefaults.around(chart), props]) as FunctionChartProps;
  }

  /**
   * The same for what shares some of them.
   * @internal
   */
  public static _some<P extends object>(chart: IConstruct, props: P, table: Table<P>, shared: readonly string[]): P {
    const some = FunctionDefaults.around(chart).map((defaults) => pick(defaults, shared) as Partial<P>);
    return table.merge([...some, props]) as P;
  }

  private static around(chart: IConstruct): SharedFunctionProps[] {
    const around = chart.node.scopes.slice(0, -1).map((scope) => FunctionDefaults.of(scope));
    for (const defaults of around) defaults.taken ??= chart;
    return around.map(({ props }) => props);
  }

  private props: SharedFunctionProps = {};
  private taken?: IConstruct;

  private constructor(private readonly scope: IConstruct) {}

  /** Adds settings, over those that were added before. */
  public add(props: SharedFunctionProps): void {
    if (this.taken) {
      reject(
        this.scope,
        `gets defaults of functions after ${this.taken.node.path} was made; allowed: before any function below`,
      );
    }
    const problems: Problem[] = [];
    SHARED.read(SHARED.write(props), Place.root('code', problems));
    throwIfAny(this.scope, problems);
    this.props = FUNCTION.merge([this.props, props]);
  }
}
