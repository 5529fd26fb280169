import { command } from '../../shell';
import { fault } from '../model/fault';
import { declarationOf } from '../model/fix';
import { crashOf } from '../model/pods';
import { Symptom, severityOf, type WorkloadCheck } from './check';

/** What the usual exit codes mean. */
const MEANINGS: { readonly [code: number]: string } = {
  126: 'the entry point cannot be executed',
  127: 'the entry point is not in the image',
  137: 'killed',
  139: 'segmentation fault',
  143: 'terminated',
};

/** No container ends again and again. */
export const crashLoop: WorkloadCheck = {
  name: 'crash-loop',
  finds: 'a container that ends again and again: exit code, restarts, last lines of its log',
  symptom: Symptom.RESTARTS,
  remedy: 'as its log says; raise its memory',
  needs: ['Pod', 'Event'],
  run: (workload, snapshot) => {
    const { namespace, name } = workload;
    const [crash] = snapshot.podsOf(workload).flatMap((pod) => crashOf(pod, snapshot.now) ?? []);
    if (!crash) return undefined;
    const { pod, status, exit, down } = crash;
    const probe = snapshot
      .eventsOf('Pod', namespace, pod.metadata.name)
      .find(({ reason, message }) => reason === 'Unhealthy' && message?.startsWith('Liveness'));
    const meaning = exit.reason === 'OOMKilled' ? 'out of memory' : MEANINGS[exit.exitCode];
    const cause =
      probe && (exit.exitCode === 137 || exit.exitCode === 143 || exit.exitCode === 0)
        ? `container "${status.name}" is restarted because its liveness probe fails`
        : `container "${status.name}" ends with exit code ${exit.exitCode}${meaning ? `, ${meaning}` : ''}`;
    return {
      severity: severityOf(workload, snapshot),
      cause,
      evidence: [
        `pod ${pod.metadata.name}: ${status.restartCount ?? 0} restarts${down ? '' : ', running again'}`,
        ...(probe?.message ? [probe.message] : []),
        ...(exit.message ? [exit.message.trim()] : []),
        ...snapshot.logOf(pod, status.name),
      ],
      fix:
        exit.reason === 'OOMKilled'
          ? `raise memory in ${declarationOf(workload)}, then: npm run synth`
          : command`kubectl -n ${namespace} logs ${pod.metadata.name} -c ${status.name} --previous`,
      is: [fault('pods', namespace, name), fault('crash', namespace, name)],
    };
  },
};
