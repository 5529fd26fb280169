import type { Problem } from '../../fields/index';
import type { FunctionNames, Naming } from '../../naming';
import { MAX_CRON_JOB } from '../schedule/names';
import type { JobScalingProps } from './props';

/** What is wrong with what a job's CronJob is called, if it has one. */
export function problemsOfCronJob(naming: Naming, names: FunctionNames, { schedule }: JobScalingProps): Problem[] {
  if (!schedule) return [];
  const object = naming.objectOf(names);
  const excess = object.length - MAX_CRON_JOB;
  if (excess <= 0) return [];
  return [
    {
      path: ['name'],
      value: names.name,
      reason: `makes "${object}", which has ${object.length} characters, and its CronJob may have ${MAX_CRON_JOB}`,
      allowed: `at most ${names.name.length - excess} characters`,
    },
  ];
}
