import type { Duration } from 'cdk8s';
import type { FunctionProbes } from './probe';

/** How the kubelet learns that a function has started, and that it lives. */
export interface FunctionProbeProps {
  /**
   * Longest time from the start of the process until it answers its health path; whole seconds. A process that takes
   * longer is started anew. Above 60 seconds a pod gets no request before that answer, which costs it up to a second.
   * @default - readinessTimeout
   */
  readonly startupTimeout?: Duration;
  /** Path of the liveness probe, which the protocols h2c and grpc do not have. @default "/health" */
  readonly healthPath?: string;
  /**
   * Whether a pod waits for its health path before it gets requests. Costs a cold start one whole second or more;
   * needed only by a process that listens before it can serve.
   * @default false
   */
  readonly readinessProbe?: boolean;
  /** Probes of another kind or pace, each in place of what the three settings above make. @default - none */
  readonly probes?: FunctionProbes;
}
