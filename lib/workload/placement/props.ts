import type { Toleration } from './toleration';

/** On which nodes pods run, and as what. */
export interface PlacementProps {
  /** Labels that a node must have, such as `kubernetes.io/arch: arm64`. @default - none */
  readonly nodeSelector?: { [label: string]: string };
  /** Taints of nodes that the pods are put on all the same. @default - none */
  readonly tolerations?: Toleration[];
  /** PriorityClass of the pods. It has to exist, else no pod is made. @default - that of the cluster, if it has one */
  readonly priorityClassName?: string;
  /** RuntimeClass of the pods, such as gVisor's. It has to exist, else no pod is made. @default - that of the node */
  readonly runtimeClassName?: string;
}
