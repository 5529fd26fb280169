import type { FunctionColdStartProps } from '../cold-start/props';
import type { FunctionHostsProps, FunctionRoutingProps } from '../routing/props';
import type { ScalingProps } from '../scaling/props';
import type { FunctionSchedulesProps } from '../schedule/props';

/** A workload that is made elsewhere, in the namespace of the project: anything that has a scale subresource. */
export interface ScaleTarget {
  /** Its name. */
  readonly name: string;
  /** Its kind, such as `StatefulSet`, or `Rollout` of Argo. @default "Deployment" */
  readonly kind?: string;
  /** Group and version of its kind. @default - "apps/v1", of a Rollout "argoproj.io/v1alpha1" */
  readonly apiVersion?: string;
  /** Its Service, to which requests are sent. @default - of the same name */
  readonly service?: string;
  /** Port of the Service. @default 80 */
  readonly port?: number;
  /** Container whose variables triggers read. @default - the first */
  readonly container?: string;
  /**
   * Labels of its pods, by which a NetworkPolicy lets the interceptor reach them where the project closes its namespace.
   * @default - none, so that they have to be let in by a policy of their own
   */
  readonly podLabels?: { [key: string]: string };
}

/** What is scaled, if not a Deployment of its own. */
export interface FunctionTargetProps {
  /** A workload that is made elsewhere, in place of a Deployment and a Service. @default - they are made here */
  readonly target?: ScaleTarget;
}

/**
 * A workload that is made elsewhere: only its routes and its scaling are made here. In YAML it is a file among the functions
 * that says `kind: workload`.
 */
export interface WorkloadProps
  extends FunctionRoutingProps,
    FunctionHostsProps,
    FunctionColdStartProps,
    ScalingProps,
    FunctionSchedulesProps {
  /** What is scaled. */
  readonly target: ScaleTarget;
  /** Project that it belongs to, whose namespace it lives in. */
  readonly project: string;
  /** Name, after which the environment's naming calls what is made for it. @default - the construct's id */
  readonly name?: string;
  /** Namespace of KEDA. @default - that of the environment, else "keda" */
  readonly kedaNamespace?: string;
  /** More labels of what is made for it. @default - none */
  readonly labels?: { [key: string]: string };
  /** Annotations of what is made for it. @default - none */
  readonly annotations?: { [key: string]: string };
}
