import type { Duration, Size } from 'cdk8s';

/** What a function of an environment may ask for. */
export interface FunctionLimits {
  /** Lowest `memory` and `memoryLimit` of a function. @default Size.mebibytes(16) */
  readonly minMemory?: Size;
  /** Highest `memory` and `memoryLimit` of a function. @default Size.gibibytes(2) */
  readonly maxMemory?: Size;
  /** Longest `timeout` of a function, at most 3 hours; whole seconds. @default Duration.minutes(15) */
  readonly maxTimeout?: Duration;
}

/** What an environment asks of all that runs in it. */
export interface PolicyProps {
  /** What a function may ask for; more is refused. @default - as each of them says */
  readonly limits?: FunctionLimits;
  /** Whether an image without a digest is refused: that of a function, of the platform, of cloudflared, of anything else. @default false */
  readonly requireDigests?: boolean;
  /**
   * Whether functions may have no host but those of their project's `allowedHosts`, the default ones and names of their own namespace, and
   * whether the cluster refuses other routes in every namespace. Needs Kubernetes 1.30 or newer.
   * @default false
   */
  readonly requireAllowedHosts?: boolean;
}
