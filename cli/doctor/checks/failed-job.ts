import { command } from '../../shell';
import { shorten } from '../../shorten';
import { fault } from '../model/fault';
import { endOf, jobsOf, podsOfJob } from '../model/jobs';
import { containersOf } from '../model/pods';
import { type JobCheck, Symptom } from './check';

/** The last job ended well. */
export const failedJob: JobCheck = {
  name: 'failed-job',
  finds: 'a job, or a call on a schedule, of which the last failed: how many in a row, and the exit code',
  symptom: Symptom.FAILING_JOB,
  remedy: 'as its log says',
  needs: ['Job', 'Pod'],
  run: (unit, snapshot) => {
    const ended = jobsOf(unit, snapshot).flatMap((job) => {
      const end = endOf(job);
      return end ? [{ job, ...end }] : [];
    });
    const [last] = ended;
    if (!last?.failed) return undefined;
    const succeeded = ended.findIndex(({ failed }) => !failed);
    const row = succeeded < 0 ? ended.length : succeeded;
    const { namespace, name, calls } = unit;
    const exits = podsOfJob(last.job, snapshot).flatMap((pod) =>
      containersOf(pod).flatMap(({ name: container, state }) =>
        state?.terminated?.exitCode
          ? [
              `pod ${pod.metadata.name}: container "${container}" ended with exit code ${state.terminated.exitCode}`,
              ...snapshot.logOf(pod, container),
            ]
          : [],
      ),
    );
    const job = last.job.metadata.name;
    return {
      // one that has worked may work the next time
      severity: succeeded < 0 || row > 1 ? 'error' : 'warning',
      cause: `${calls ? `the last call of its schedule ${name.slice(calls.length + 1)}` : 'its last job'} failed${row > 1 ? `, as did the ${row - 1} before` : ''}`,
      evidence: [`Job ${job}: ${last.why}`, ...shorten(exits, 4)],
      fix: command`kubectl -n ${namespace} logs job/${job}`,
      follows: [
        fault('namespace', namespace),
        ...(calls
          ? [
              fault('component', 'interceptor'),
              fault('component', 'operator'),
              fault('component', 'scaler'),
              fault('pods', namespace, calls),
              fault('endpoints', namespace, calls),
              fault('scaling', namespace, calls),
              fault('paused', namespace, calls),
              fault('missing', 'InterceptorRoute', namespace, calls),
              fault('missing', 'Service', namespace, calls),
              fault('missing', 'Deployment', namespace, calls),
            ]
          : []),
      ],
    };
  },
};
