import { fault } from '../model/fault';
import { show } from '../model/fix';
import { endOf, jobsOf, podsOfJob } from '../model/jobs';
import type { Job } from '../model/kinds';
import { conditionOf, containersOf } from '../model/pods';
import type { Snapshot } from '../model/snapshot';
import { type JobCheck, Symptom } from './check';

const LONG_SECONDS = 30;
/** What every start goes through. */
const STARTING = new Set(['ContainerCreating', 'PodInitializing']);

/** A job that was started has pods, and their containers start. */
export const jobStart: JobCheck = {
  name: 'job-start',
  finds:
    'a job, or a call on a schedule, whose pod is refused, has no node, or does not start: a missing image, Secret or key',
  symptom: Symptom.NO_JOB,
  remedy: 'as its pod says',
  needs: ['Job', 'Pod', 'Event'],
  run: (unit, snapshot) => {
    const stuck = jobsOf(unit, snapshot)
      .filter((job) => !endOf(job) && snapshot.secondsSince(job.metadata.creationTimestamp) > LONG_SECONDS)
      .flatMap((job) => reasonsOf(job, snapshot).map((reason) => ({ job: job.metadata.name, reason })));
    const [first] = stuck;
    if (!first) return undefined;
    const jobs = new Set(stuck.map(({ job }) => job)).size;
    return {
      cause: `its job does not start${jobs > 1 ? `, and ${jobs - 1} more do not` : ''}`,
      evidence: [`Job ${first.job}: ${first.reason}`],
      fix: show('Job', unit.namespace, first.job),
      follows: [fault('nodes'), fault('namespace', unit.namespace)],
    };
  },
};

function reasonsOf(job: Job, snapshot: Snapshot): string[] {
  const { namespace = '', name } = job.metadata;
  const pods = podsOfJob(job, snapshot);
  if (pods.length === 0) {
    const refused = snapshot.eventsOf('Job', namespace, name).find(({ reason }) => reason === 'FailedCreate');
    return refused ? [`${refused.reason}: ${refused.message ?? ''}`] : [];
  }
  return pods.flatMap((pod) => {
    const scheduled = conditionOf(pod.status?.conditions, 'PodScheduled');
    if (scheduled?.status === 'False') return [`${scheduled.reason}: ${scheduled.message ?? ''}`];
    return containersOf(pod).flatMap(({ state }) =>
      state?.waiting?.reason && !STARTING.has(state.waiting.reason)
        ? [`${state.waiting.reason}: ${state.waiting.message ?? ''}`]
        : [],
    );
  });
}
