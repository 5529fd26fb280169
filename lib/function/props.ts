import type { FunctionColdStartProps } from './cold-start/props';
import type { FunctionNetworkProps } from './network/props';
import type { PodProps } from './pod/props';
import type { FunctionProbeProps } from './probes/props';
import type { FunctionProcessProps } from './process/props';
import type { FunctionHostsProps, FunctionRoutingProps } from './routing/props';
import type { Runtime } from './runtime/runtime';
import type { ScalingProps } from './scaling/props';
import type { FunctionSchedulesProps } from './schedule/props';
import type { FunctionTargetProps } from './target/props';

/** What functions may have in common. */
export interface SharedFunctionProps
  extends FunctionProcessProps,
    FunctionRoutingProps,
    FunctionColdStartProps,
    ScalingProps,
    FunctionSchedulesProps,
    FunctionNetworkProps,
    FunctionProbeProps,
    PodProps {}

/** A function, whatever its runtime. */
export interface FunctionProps extends SharedFunctionProps, FunctionHostsProps, FunctionTargetProps {
  /** Image with a tag other than `latest`, or with a digest. */
  readonly image: string;
  /** Project that the function belongs to, whose namespace it lives in. */
  readonly project: string;
  /** Name of the function, after which the environment's naming calls its objects. @default - the construct's id */
  readonly name?: string;
  /** Id of the function in another system; becomes the label that the environment's naming has for it. @default - no such label */
  readonly functionId?: string;
  /** Namespace of KEDA. @default - that of the environment, else "keda" */
  readonly kedaNamespace?: string;
}

/** One function; in YAML its name is that of the file, its project that of the folder. */
export interface FunctionChartProps extends FunctionProps {
  /** Language runtime: user id, writable paths and start-up environment. */
  readonly runtime: Runtime;
}
