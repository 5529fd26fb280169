import type { Size } from 'cdk8s';
import type { Cpu } from '../../values/cpu';

/** What a pod asks of its node, and the most that it may use. */
export interface FunctionResourceProps {
  /** CPU request. @default Cpu.millis(100) */
  readonly cpu?: Cpu;
  /** CPU limit. @default - none: it would throttle the start */
  readonly cpuLimit?: Cpu;
  /** Memory request, within the environment's `limits`. @default Size.mebibytes(128) */
  readonly memory?: Size;
  /** Memory limit, within the environment's `limits`. @default - the request */
  readonly memoryLimit?: Size;
  /** Request of the node's disk, for logs, writable paths and what is written to the container. @default - ephemeralStorageLimit, else 64 MiB */
  readonly ephemeralStorage?: Size;
  /** Most that the pod may use of the node's disk; above it the pod is evicted. @default - 1 GiB, or ephemeralStorage if that is more */
  readonly ephemeralStorageLimit?: Size;
  /** Devices of the node, such as `nvidia.com/gpu: 1`; whole ones, request and limit alike. A node that has them is found by them. @default - none */
  readonly extendedResources?: { [name: string]: number };
}
