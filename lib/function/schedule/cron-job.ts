import type { k8s } from 'cdk8s-plus-28';
import type { Schedule } from './schedule';
import { SCHEDULE } from './schedule-fields';

/** How many jobs a CronJob keeps. */
export interface JobHistory {
  readonly successfulJobsHistoryLimit: number;
  readonly failedJobsHistoryLimit: number;
}

/** A CronJob that runs a job. */
export function cronJobSpec(given: Schedule, job: k8s.JobSpec, history: JobHistory): k8s.CronJobSpec {
  const { cron, timeZone, concurrencyPolicy, startingDeadline, suspend } = SCHEDULE.fill(given);
  return {
    schedule: cron,
    timeZone,
    concurrencyPolicy,
    startingDeadlineSeconds: startingDeadline?.toSeconds(),
    suspend: suspend || undefined,
    successfulJobsHistoryLimit: history.successfulJobsHistoryLimit,
    failedJobsHistoryLimit: history.failedJobsHistoryLimit,
    jobTemplate: { spec: job },
  };
}
