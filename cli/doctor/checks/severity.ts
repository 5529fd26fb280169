import type { Severity } from '../model/finding';
import { isReady } from '../model/pods';
import type { Snapshot } from '../model/snapshot';
import type { Workload } from '../model/units';

/** How bad a pod's fault is: other pods may serve. */
export function severityOf(workload: Workload, snapshot: Snapshot): Severity {
  return snapshot.podsOf(workload).some(isReady) ? 'warning' : 'error';
}
