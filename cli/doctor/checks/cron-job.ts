import { neverComes } from '../../../lib/triggers/rules/cron';
import { command } from '../../shell';
import { fault } from '../model/fault';
import { redeclare, show } from '../model/fix';
import { type JobCheck, Symptom } from './check';

/** Why its controller starts no job: pkg/controller/cronjob of Kubernetes 1.36. */
const FAILURES = new Set([
  'UnparseableSchedule',
  'UnknownTimeZone',
  'InvalidSchedule',
  'TooManyMissedTimes',
  'FailedCreate',
]);

/** Every CronJob starts a job when it is time. */
export const cronJob: JobCheck = {
  name: 'cron-job',
  finds: "a job's or a schedule's CronJob that is suspended, whose day never comes, or that cannot start its job",
  symptom: Symptom.NO_JOB,
  remedy: 'let it run again; correct its schedule',
  needs: ['CronJob', 'Event'],
  run: (unit, snapshot) => {
    const { kind, namespace, name } = unit;
    const live = snapshot.live.find('CronJob', namespace, name);
    if (kind !== 'CronJob' || !live) return undefined;
    const { schedule, suspend } = live.spec;
    if (suspend && snapshot.desired.objects.find('CronJob', namespace, name)?.spec.suspend)
      return {
        severity: 'warning',
        cause: 'its declaration suspends it: no job starts',
        evidence: [`CronJob ${name}: suspend is true`],
        fix: redeclare(unit, 'suspend'),
      };
    if (suspend)
      return {
        cause: 'its CronJob is suspended: no job starts',
        evidence: [`CronJob ${name}: suspend is true`],
        fix: command`kubectl -n ${namespace} patch cronjobs ${name} -p ${'{"spec":{"suspend":false}}'}`,
      };
    if (neverComes(schedule))
      return {
        severity: 'warning',
        cause: 'its CronJob never starts a job: no month has that day',
        evidence: [`CronJob ${name}: schedule is ${schedule}`],
        fix: redeclare(unit, 'cron'),
      };
    const failure = snapshot.eventsOf('CronJob', namespace, name)[0];
    if (!failure || !FAILURES.has(failure.reason ?? '')) return undefined;
    return {
      cause: 'its CronJob cannot start its job',
      evidence: [`event ${failure.reason}: ${failure.message ?? ''}`],
      fix: show('CronJob', namespace, name),
      follows: [fault('namespace', namespace)],
    };
  },
};
