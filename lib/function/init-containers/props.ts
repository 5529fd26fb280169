import type { Size } from 'cdk8s';
import type { Cpu } from '../../values/cpu';
import type { VariablesProps } from '../../workload/variables/props';
import type { Volume } from '../../workload/volumes/volume';
import type { Probe } from '../probes/probe';

/** What happens when a container ends, as the API calls it. */
export enum ContainerRestartPolicy {
  /** It is started anew, and runs beside the function: a sidecar. */
  ALWAYS = 'Always',
}

/** How the kubelet asks a sidecar. A probe by a port names it. */
export interface SidecarProbes {
  /** When it fails, the sidecar is started anew. @default - none */
  readonly liveness?: Probe;
  /** While it fails, the pod gets no requests: a cold start waits for it as for the function's own. @default - none */
  readonly readiness?: Probe;
  /** Until its first success neither the next container nor the function starts. It may fail 60 times unless it says more. @default - none */
  readonly startup?: Probe;
}

/**
 * A container that runs before the function, or with `restartPolicy` beside it. It is under the restricted Pod Security
 * Standard as the function is: not root, no privileges, a read-only root filesystem.
 */
export interface InitContainer extends VariablesProps {
  /** Name of the container. */
  readonly name: string;
  /** Image with a tag other than `latest`, or with a digest. */
  readonly image: string;
  /**
   * Whether it runs beside the function and is started anew when it ends; the next container starts as soon as it runs, and it
   * is stopped after the function. Else the next one starts when it has ended with 0.
   * @default - it runs before the function
   */
  readonly restartPolicy?: ContainerRestartPolicy;
  /** Command that runs in place of the image's ENTRYPOINT; `$(NAME)` stands for a variable. @default - that of the image */
  readonly command?: string[];
  /** Arguments in place of the image's CMD; `$(NAME)` stands for a variable. @default - those of the image */
  readonly args?: string[];
  /** Directory in which the process starts, an absolute path. @default - that of the image */
  readonly workingDirectory?: string;
  /** ConfigMaps of the namespace whose keys become environment variables. @default - none */
  readonly envFromConfigMaps?: string[];
  /** Secrets of the namespace whose keys become environment variables. @default - none */
  readonly envFromSecrets?: string[];
  /** Numeric user and group id of the process; not 0. @default - that of the function's runtime */
  readonly user?: number;
  /** What is mounted, by path; `shared` is what the function has at a path of its own. @default - nothing */
  readonly volumes?: { [path: string]: Volume };
  /** Paths that the process may write to, each an empty directory of its own. @default - none */
  readonly writablePaths?: string[];
  /** Ports of a sidecar, by name; TCP. A port of the function's `ports` leads to it as well. @default - none */
  readonly ports?: { [name: string]: number };
  /** How the kubelet asks a sidecar. @default - not at all */
  readonly probes?: SidecarProbes;
  /** CPU request. What runs before the function asks for no more than it, as the pod asks for the larger. @default Cpu.millis(100) */
  readonly cpu?: Cpu;
  /** CPU limit. @default - none: it would throttle the start */
  readonly cpuLimit?: Cpu;
  /** Memory request. A pod with sidecars asks for the sum. @default Size.mebibytes(128) */
  readonly memory?: Size;
  /** Memory limit. @default - the request */
  readonly memoryLimit?: Size;
}

/** What runs in the pods of a function besides. */
export interface FunctionInitContainersProps {
  /**
   * Containers that run before the function, one after the other, or with `restartPolicy: Always` beside it. A cold start waits
   * for each: 1.2 s for one that does nothing, 1.3 s for a sidecar.
   * @default - none
   */
  readonly initContainers?: InitContainer[];
}
