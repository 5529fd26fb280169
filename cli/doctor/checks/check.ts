import type { Some } from '../../../lib/present';
import type { Severity, Suspicion } from '../model/finding';
import type { Kind } from '../model/kinds';
import { isReady } from '../model/pods';
import type { Snapshot } from '../model/snapshot';
import type { Declared, Elsewhere, FunctionUnit, JobUnit, Routed, Scaled, Unit, Workload } from '../model/units';

/** A finding without the name of its check, which the check itself has. */
export interface Observation extends Omit<Suspicion, 'check' | 'severity'> {
  /** @default 'error' */
  readonly severity?: Severity;
}

/** An observation of the one that a check was asked about, which is its subject. */
export type OwnObservation = Omit<Observation, 'subject'>;

/** What a caller of a function sees. */
export enum Symptom {
  NONE = '–',
  NOT_FOUND = '404',
  WRONG = 'the wrong function answers',
  NO_POD = 'waits, then 504; no pod',
  NO_JOB = 'no job runs',
  FAILING_JOB = 'jobs fail',
  PENDING = 'waits, then 504; pod pending',
  RESTARTS = 'waits, then 504; pod restarts',
  BAD_GATEWAY = 'waits, then 502; pod ready',
  ONE_POD = 'one pod however many requests',
  UNSTEADY = 'pods come and go',
  SLOW = 'slow',
  NO_ANSWER = 'no answer',
}

/** How bad a pod's fault is: other pods may serve. */
export function severityOf(workload: Workload, snapshot: Snapshot): Severity {
  return snapshot.podsOf(workload).some(isReady) ? 'warning' : 'error';
}

/** What every check says of itself: the list in docs/reference/doctor.md is made of it. */
export interface Check {
  readonly name: string;
  /** What it looks for. */
  readonly finds: string;
  /** How it mostly shows. */
  readonly symptom: Symptom;
  /** What mostly helps, in words; each finding has its own command. */
  readonly remedy: string;
  /** What it must have read: where a kind is hidden, the check says nothing. */
  readonly needs: Kind[];
}

/** Looks at the cluster once. */
export interface ClusterCheck extends Check {
  readonly run: (snapshot: Snapshot) => Some<Observation>;
}

/** Looks at one after the other. */
export interface CheckOfOne<U extends Unit> extends Check {
  readonly run: (unit: U, snapshot: Snapshot) => Some<OwnObservation>;
}

/** Looks at each Deployment of `dist`, the platform's and the functions'. */
export type WorkloadCheck = CheckOfOne<Workload>;

/** Looks at each function. */
export type FunctionCheck = CheckOfOne<FunctionUnit>;

/** Looks at all that KEDA scales, wherever it is made, and at what it starts jobs of. */
export type ScaledCheck = CheckOfOne<Scaled>;

/** Looks at functions, at workloads that are made elsewhere, and at what starts jobs. */
export type DeclaredCheck = CheckOfOne<Declared>;

/** Looks at functions, and at workloads that are made elsewhere. */
export type RoutedCheck = CheckOfOne<Routed>;

/** Looks at each workload that is made elsewhere. */
export type ElsewhereCheck = CheckOfOne<Elsewhere>;

/** Looks at what starts jobs. */
export type JobCheck = CheckOfOne<JobUnit>;
