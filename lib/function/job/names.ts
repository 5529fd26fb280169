import type { Problem } from '../../fields/index';
import type { FunctionNames, Naming } from '../../naming';
import type { JobScalingProps } from './props';

/** What the API server asks of the name of a CronJob, whose jobs have the time behind it. */
export const MAX_CRON_JOB = 52;

/** What is wrong with what a job's CronJob is called, if it has one. */
export function problemsOfCronJob(naming: Naming, names: FunctionNames, { schedule }: JobScalingProps): Problem[] {
  const object = naming.objectOf(names);
  const excess = object.length - MAX_CRON_JOB;
  if (!schedule || excess <= 0) return [];
  return [
    {
      path: ['name'],
      value: names.name,
      reason: `makes "${object}", which has ${object.length} characters, and its CronJob may have ${MAX_CRON_JOB}`,
      allowed: `at most ${names.name.length - excess} characters`,
    },
  ];
}
