import type { Duration } from 'cdk8s';

/** From where a function is called. */
export enum Visibility {
  /** From wherever an edge leads in, and from within the cluster by its internal hosts, if it has any. */
  PUBLIC = 'public',
  /** From within the cluster alone. */
  INTERNAL = 'internal',
}

/** By which names a function is called. */
export interface FunctionHostsProps {
  /**
   * Hosts that lead to the function, `*.` allowed in front. Those of the cluster's own DNS, such as
   * `<name>.<namespace>.svc`, lead to it within the cluster alone.
   * @default - `<name>.<domain of the environment>`; of an internal function `<name>.<namespace>`, also with `.svc` and
   * `.svc.<clusterDomain>`
   */
  readonly hosts?: string[];
}

/** A header that a request has to have. */
export interface HeaderMatch {
  /** Name of the header; upper and lower case are one. */
  readonly name: string;
  /** Its value, to the letter. @default - any value */
  readonly value?: string;
}

/** Which requests lead to a function, and how long they may take. */
export interface FunctionRoutingProps {
  /**
   * Whether the function is called by HTTP. Else its `triggers` and `warm` windows alone scale it: it has no host and no
   * port, and no probe but those of `probes`.
   * @default true
   */
  readonly http?: boolean;
  /** From where the function is called. @default Visibility.PUBLIC */
  readonly visibility?: Visibility;
  /** Path prefixes that lead to the function, decoded; slashes at an end do not count. @default - every path */
  readonly pathPrefixes?: string[];
  /**
   * Headers that a request has to have, all of them. Beside a function with the same hosts and fewer headers, or none,
   * this one gets the requests that have them.
   * @default - none
   */
  readonly headers?: HeaderMatch[];
  /** Longest time to the response's header, in `FUNCTION_TIMEOUT`; whole seconds, within the environment's `limits`. @default Duration.seconds(30) */
  readonly timeout?: Duration;
  /** Longest time that a request waits for a pod, above 0 and at most 24 hours. @default Duration.seconds(60) */
  readonly readinessTimeout?: Duration;
  /**
   * Longest time from a request to the end of its response, the wait for a pod included; above 0 and at most 24 hours. Not
   * with `Scaler.HTTP_SCALED_OBJECT`, which has none.
   * @default - no limit but the two others
   */
  readonly requestTimeout?: Duration;
}
