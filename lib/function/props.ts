import type { Duration, Size } from 'cdk8s';
import type { Cpu } from '../values/cpu';
import type { Visibility } from './hosts';
import type { FunctionIdentityProps } from './identity-props';
import type { FunctionMetadataProps } from './metadata-props';
import type { FunctionPlacementProps } from './placement-props';
import type { FunctionProcessProps } from './process-props';
import type { Runtime } from './runtime';

/** The object that tells KEDA how to scale a function. */
export enum Scaler {
  /** InterceptorRoute with a ScaledObject: the add-on's current API. */
  INTERCEPTOR_ROUTE = 'interceptorRoute',
  /** HTTPScaledObject: deprecated since add-on 0.14, to be removed before 1.0. */
  HTTP_SCALED_OBJECT = 'httpScaledObject',
}

/** How many pods a function gets, and when. */
export interface ScalingProps {
  /** Pods without traffic. @default 0 */
  readonly minReplicas?: number;
  /** Pods under the highest load. @default 10 */
  readonly maxReplicas?: number;
  /** Time without traffic after which the function goes to `minReplicas`. Whole seconds. @default Duration.minutes(5) */
  readonly cooldown?: Duration;
  /**
   * Time after creation during which the first pod stays, so that the node has the image before the function goes to
   * zero. Whole seconds.
   * @default Duration.minutes(2)
   */
  readonly initialCooldown?: Duration;
  /** Requests in flight per pod. @default 100 */
  readonly concurrency?: number;
  /** Requests a second per pod. @default 100 */
  readonly requestRate?: number;
  /** Time over which the request rate is averaged. @default Duration.minutes(1) */
  readonly requestRateWindow?: Duration;
  /** Length of one bucket of the window, at least 1 second; at most 1000 buckets. @default Duration.seconds(1) */
  readonly requestRateGranularity?: Duration;
}

/** A function, whatever its runtime. */
export interface FunctionProps
  extends ScalingProps,
    FunctionProcessProps,
    FunctionIdentityProps,
    FunctionPlacementProps,
    FunctionMetadataProps {
  /** Image with a tag other than `latest`, or with a digest. */
  readonly image: string;
  /** Project that the function belongs to; its namespace is `fn-<project>`. */
  readonly project: string;
  /** Name of the function; its objects are called `fn-<name>`. @default - the construct's id */
  readonly name?: string;
  /** Id of the function in another system; becomes the label `enclii.dev/function-id`. @default - no such label */
  readonly functionId?: string;
  /**
   * Hosts that lead to the function, `*.` allowed in front. Those of the cluster's own DNS, such as
   * `<name>.fn-<project>.svc`, lead to it within the cluster alone.
   * @default - `<name>.<domain of the environment>`; of an internal function `<name>.fn-<project>`, also with `.svc` and
   * `.svc.<clusterDomain>`
   */
  readonly hosts?: string[];
  /** From where the function is called. @default Visibility.PUBLIC */
  readonly visibility?: Visibility;
  /** Path prefixes that lead to the function, decoded; slashes at an end do not count. @default - every path */
  readonly pathPrefixes?: string[];
  /** Which KEDA object scales the function. @default Scaler.INTERCEPTOR_ROUTE */
  readonly scaler?: Scaler;
  /** Namespace of KEDA. @default - that of the environment, else "keda" */
  readonly kedaNamespace?: string;
  /** Port that the process listens on, also in its `PORT`. @default 8080 */
  readonly port?: number;
  /** Entry point within the image, in `FUNCTION_HANDLER`. @default "main" */
  readonly handler?: string;
  /** Longest time to the response's header, in `FUNCTION_TIMEOUT`; whole seconds, at most 900. @default Duration.seconds(30) */
  readonly timeout?: Duration;
  /** Longest time that a request waits for a pod, above 0 and at most 24 hours. @default Duration.seconds(60) */
  readonly readinessTimeout?: Duration;
  /**
   * Longest time from the start of the process until it answers its health path; whole seconds. A process that takes
   * longer is started anew. Above 60 seconds a pod gets no request before that answer, which costs it up to a second.
   * @default - readinessTimeout
   */
  readonly startupTimeout?: Duration;
  /** CPU request. @default Cpu.millis(100) */
  readonly cpu?: Cpu;
  /** CPU limit. @default - none: it would throttle the start */
  readonly cpuLimit?: Cpu;
  /** Memory request, from 16 MiB to 2 GiB. @default Size.mebibytes(128) */
  readonly memory?: Size;
  /** Memory limit, up to 2 GiB. @default - the request */
  readonly memoryLimit?: Size;
  /** Path of the liveness probe. @default "/health" */
  readonly healthPath?: string;
  /**
   * Whether a pod waits for its health path before it gets requests. Costs a cold start one whole second or more;
   * needed only by a process that listens before it can serve.
   * @default false
   */
  readonly readinessProbe?: boolean;
  /** Paths that the process may write to. @default - those of the runtime */
  readonly writablePaths?: string[];
}

/** One function; in YAML its name is that of the file, its project that of the folder. */
export interface FunctionChartProps extends FunctionProps {
  /** Language runtime: user id, writable paths and start-up environment. */
  readonly runtime: Runtime;
}
