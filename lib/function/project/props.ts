import type { Size } from 'cdk8s';
import type { Egress, NetworkPeer } from '../../network/props';
import type { Cpu } from '../../values/cpu';
import type { PodSecurity } from '../../workload/pod-security';

/** What all pods of a project may ask for together. */
export interface ProjectQuota {
  /** Sum of CPU requests. @default - unlimited */
  readonly cpu?: Cpu;
  /** Sum of memory limits. @default - unlimited */
  readonly memory?: Size;
  /** Number of pods. @default - unlimited */
  readonly pods?: number;
}

/** What a container of the project gets that says nothing of its own, and the most that it may ask for. */
export interface ProjectLimits {
  /** CPU request. @default - none */
  readonly defaultCpu?: Cpu;
  /** Memory request and limit. @default - none */
  readonly defaultMemory?: Size;
  /** Highest memory limit. @default - none */
  readonly maxMemory?: Size;
}

/** What keeps the images of a project's functions on the nodes. */
export interface PrePullProps {
  /** Image of the container that keeps each pod, which does nothing; pinned. @default "registry.k8s.io/pause:3.10.1" */
  readonly image?: string;
}

/** One project: the namespace of its functions. In YAML its name is that of the folder. */
export interface ProjectChartProps {
  /** Name of the project, after which the environment's naming calls its namespace. */
  readonly name: string;
  /** An existing namespace of another name, which somebody else may own. @default - as the environment's naming says */
  readonly namespace?: string;
  /** What all pods of the project may ask for together. @default - no ResourceQuota, so no limit but the cluster's */
  readonly quota?: ProjectQuota;
  /** What a container gets that says nothing of its own, and the most it may ask for. @default - no LimitRange */
  readonly limits?: ProjectLimits;
  /**
   * Hosts that functions of the project may have besides `<function>.<domain>` and what is below it; `*.` in front stands for all that
   * is below a name. Others are refused then, and these are refused to other projects.
   * @default - any that no other project has; with the environment's `requireAllowedHosts` none
   */
  readonly allowedHosts?: string[];
  /**
   * Whether NetworkPolicies let only the interceptor reach the functions of the project, and functions only what `egress`
   * says; and whether other pods of a namespace that is made here may call nobody and be called by nobody.
   * @default true
   */
  readonly networkPolicy?: boolean;
  /** What functions may call. @default Egress.OPEN */
  readonly egress?: Egress;
  /** Whom all functions may call besides. @default - nobody */
  readonly egressTo?: NetworkPeer[];
  /** Who may call all functions besides the interceptor. @default - nobody */
  readonly ingressFrom?: NetworkPeer[];
  /**
   * What the API server lets the pods of the project do. Functions need no more than the default; a sidecar that others
   * add to their pods may. A lower level is warned of.
   * @default PodSecurity.RESTRICTED
   */
  readonly podSecurity?: PodSecurity;
  /**
   * Whether a DaemonSet keeps the images of the functions on the nodes, so that no request waits for one to be pulled. Nothing of them
   * runs. Needs Kubernetes 1.35 and containerd 2.1, or newer.
   * @default - no
   */
  readonly prePull?: PrePullProps;
  /** Whether the namespace is made here; else it has to exist, and stays as it is. @default - true, but false with `namespace` */
  readonly createNamespace?: boolean;
  /** More labels of the namespace, if it is made here; those that this library sets are refused. @default - none */
  readonly labels?: { [key: string]: string };
  /** Namespace of KEDA. @default - that of the environment, else "keda" */
  readonly kedaNamespace?: string;
}
