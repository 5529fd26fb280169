import type { EdgeProps } from '../edge';
import type { EnvironmentProps } from '../environment';
import type { FunctionChartProps, JobChartProps, ProjectChartProps } from '../function';
import type { GitOpsProps } from '../gitops';
import type { MonitoringProps } from '../monitoring';
import type { KedaPlatformProps } from '../platform';
import type { EffectiveSetting } from '../source/effective';

/** What a folder of YAML files declares, as the props of constructs. */
export interface CatalogDeclaration {
  /** By name. */
  readonly environments: EnvironmentDeclaration[];
}

/** One file of `environments/`. */
export interface EnvironmentDeclaration {
  readonly name: string;
  readonly props: EnvironmentProps;
  /** Undefined where the cluster has KEDA already. */
  readonly platform?: KedaPlatformProps;
  /** What stands in front of the interceptor. */
  readonly edge?: EdgeProps;
  /** The tool that applies the environment, if any. */
  readonly gitops?: GitOpsProps;
  /** @default - no monitoring */
  readonly monitoring?: MonitoringProps;
  /** The projects that the environment runs, by name. */
  readonly projects: ProjectDeclaration[];
}

/** One folder of `functions/`, as an environment sees it. */
export interface ProjectDeclaration {
  readonly name: string;
  readonly props: ProjectChartProps;
  /** By name. */
  readonly functions: FunctionDeclaration[];
  /** By name. */
  readonly jobs: JobDeclaration[];
}

/** One file of `functions/<project>/`, with what the environment adds and overrides. */
export interface FunctionDeclaration {
  readonly name: string;
  readonly props: FunctionChartProps;
  /** All that holds of it, each with the line that says so. */
  readonly settings: EffectiveSetting[];
}

/** One file of `functions/<project>/` that says `kind: job`, with what the environment adds and overrides. */
export interface JobDeclaration {
  readonly name: string;
  readonly props: JobChartProps;
  /** All that holds of it, each with the line that says so. */
  readonly settings: EffectiveSetting[];
}
