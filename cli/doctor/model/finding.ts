import type { Fault } from './fault';

/** A hint is about what works and could be faster: with hints alone a cluster is healthy. */
export type Severity = 'ok' | 'hint' | 'warning' | 'error' | 'unknown';

/** Something that is not as it should be, could be better, or could not be seen. */
export interface Finding {
  /** Name of the check that found it. */
  readonly check: string;
  readonly severity: Severity;
  /** What it is about: a function as `project/name`, else an object as `Kind namespace/name`. */
  readonly subject: string;
  /** The probable cause, in one line. */
  readonly cause: string;
  /** What was seen, one line each. */
  readonly evidence: string[];
  /** The command that fixes it, or the next step to it. */
  readonly fix: string;
}

/** A finding with its place among causes: what it brings about, and what would bring it about. */
export interface Suspicion extends Finding {
  /** The faults that this is. */
  readonly is?: Fault[];
  /** The faults of which this is only a consequence, if one of them is there. */
  readonly follows?: Fault[];
}

/** A finding that nothing else explains. */
export interface RootCause extends Finding {
  /** How many further findings this one explains; they are left out. */
  readonly explains: number;
}
