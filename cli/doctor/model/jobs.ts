import type { Job, Pod } from './kinds';
import { conditionOf } from './pods';
import type { Snapshot } from './snapshot';
import type { JobUnit } from './units';

/** The label by which Kubernetes finds the pods of a Job. */
const JOB_NAME = 'batch.kubernetes.io/job-name';

/** What a ScaledJob or a CronJob started, the newest first. */
export function jobsOf({ kind, namespace, name }: JobUnit, { live }: Snapshot): Job[] {
  return live
    .in('Job', namespace)
    .filter(({ metadata }) => metadata.ownerReferences?.some((owner) => owner.kind === kind && owner.name === name))
    .sort((a, b) => startOf(b) - startOf(a));
}

/** How a job ended; undefined while it goes on. */
export function endOf({ status }: Job): { readonly failed: boolean; readonly why: string } | undefined {
  const failed = conditionOf(status?.conditions, 'Failed');
  if (failed?.status === 'True') return { failed: true, why: `${failed.reason}: ${failed.message ?? ''}` };
  return conditionOf(status?.conditions, 'Complete')?.status === 'True' ? { failed: false, why: '' } : undefined;
}

export function podsOfJob({ metadata: { namespace = '', name } }: Job, { live }: Snapshot): Pod[] {
  return live.in('Pod', namespace).filter(({ metadata }) => metadata.labels?.[JOB_NAME] === name);
}

function startOf({ metadata }: Job): number {
  return Date.parse(metadata.creationTimestamp ?? '') || 0;
}
