import type { FunctionUnit, Workload } from '../model/desired';
import type { Suspicion } from '../model/finding';
import type { Kind } from '../model/kinds';
import type { Snapshot } from '../model/snapshot';

/** A finding without the name of its check, which the check itself has. */
export type Observation = Omit<Suspicion, 'check'>;

interface Named {
  readonly name: string;
  /** What it must have read: where a kind is hidden, the check says nothing. */
  readonly needs: Kind[];
}

/** Looks at the cluster once. */
export interface ClusterCheck extends Named {
  readonly run: (snapshot: Snapshot) => Observation[];
}

/** Looks at each Deployment of `dist`, the platform's and the functions'. */
export interface WorkloadCheck extends Named {
  readonly run: (workload: Workload, snapshot: Snapshot) => Observation[];
}

/** Looks at each function. */
export interface FunctionCheck extends Named {
  readonly run: (fn: FunctionUnit, snapshot: Snapshot) => Observation[];
}
