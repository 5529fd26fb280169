import { OPERATOR } from '../../../lib/platform/components';
import { CERTIFICATES_SECRET } from '../../../lib/platform/keda/shared';
import { command } from '../../shell';
import type { Workload } from '../model/desired';
import { fault } from '../model/fault';
import { redeclare, show } from '../model/fix';
import type { Pod } from '../model/kinds';
import { conditionOf, waitingFor } from '../model/pods';
import type { Snapshot } from '../model/snapshot';
import { Symptom, type WorkloadCheck } from './check';
import { severityOf } from './severity';

const FAILURES = new Set(['CreateContainerConfigError', 'CreateContainerError', 'RunContainerError', 'StartError']);
const PREPARING = new Set(['ContainerCreating', 'PodInitializing']);
/** Longer than volumes and network of a pod take. */
const PREPARING_SECONDS = 30;

/** Every container that has its image starts. */
export const containerStart: WorkloadCheck = {
  name: 'container-start',
  finds: 'a missing Secret or ConfigMap, a volume that cannot be mounted, an entry point that cannot be executed',
  symptom: Symptom.PENDING,
  remedy: "as the pod's events say",
  needs: ['Pod', 'Event'],
  run: (workload, snapshot) => {
    const { namespace, name, subject } = workload;
    for (const pod of snapshot.podsOf(workload)) {
      const reason = failureOf(pod, namespace, snapshot);
      if (!reason) continue;
      const absent = absentIn(reason);
      return [
        {
          severity: severityOf(workload, snapshot),
          subject,
          cause: absent
            ? `${absent.kind} "${absent.name}" is not there: its container waits for it`
            : 'its container cannot be started',
          evidence: [`pod ${pod.metadata.name}: ${reason}`],
          fix: absent ? remedyOf(absent, workload) : show('Pod', namespace, pod.metadata.name),
          is: [fault('pods', namespace, name)],
          follows: absent?.name === CERTIFICATES_SECRET ? [fault('component', OPERATOR.role)] : [],
        },
      ];
    }
    return [];
  },
};

function failureOf(pod: Pod, namespace: string, snapshot: Snapshot): string | undefined {
  const failed = waitingFor(pod, FAILURES)?.state?.waiting;
  if (failed) return `${failed.reason}: ${failed.message ?? ''}`;
  const scheduled = conditionOf(pod.status?.conditions, 'PodScheduled');
  if (!waitingFor(pod, PREPARING) || snapshot.secondsSince(scheduled?.lastTransitionTime) < PREPARING_SECONDS)
    return undefined;
  const event = snapshot.eventsOf('Pod', namespace, pod.metadata.name).find(({ type }) => type === 'Warning');
  return event && `${event.reason}: ${event.message ?? ''}`;
}

interface Absent {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
}

/** The Secret or ConfigMap that the kubelet does not find. */
function absentIn(reason: string): Absent | undefined {
  const [, kind, name] = /\b(secret|configmap) "([^"]+)" not found/.exec(reason) ?? [];
  return kind && name ? { kind: kind === 'secret' ? 'Secret' : 'ConfigMap', name } : undefined;
}

function remedyOf({ kind, name }: Absent, workload: Workload): string {
  const { namespace } = workload;
  return name === CERTIFICATES_SECRET
    ? command`kubectl -n ${namespace} rollout restart deployment/${OPERATOR.name}`
    : `make it in ${namespace}, or ${redeclare(workload, `the name of the ${kind}`)}`;
}
