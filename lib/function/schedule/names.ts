import type { Problem } from '../../fields/index';
import type { FunctionNames, Naming } from '../../naming';
import type { FunctionSchedulesProps } from './props';

/** What the API server asks of the name of a CronJob, whose jobs have the time behind it. */
export const MAX_CRON_JOB = 52;

/** Name of the CronJob of a call. */
export function callName(object: string, name: string): string {
  return `${object}-${name}`;
}

/** What is wrong with what the CronJobs of a function are called. */
export function problemsOfCalls(
  naming: Naming,
  names: FunctionNames,
  { schedules = {} }: FunctionSchedulesProps,
): Problem[] {
  return Object.keys(schedules).flatMap((name) => {
    const made = callName(naming.objectOf(names), name);
    const excess = made.length - MAX_CRON_JOB;
    if (excess <= 0) return [];
    return {
      path: ['schedules', name],
      reason: `makes the CronJob "${made}", which has ${made.length} characters`,
      allowed: `at most ${MAX_CRON_JOB}: a name that is ${excess} shorter`,
    };
  });
}
