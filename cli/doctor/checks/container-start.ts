import { OPERATOR } from '../../../lib/platform/components';
import { CERTIFICATES_SECRET } from '../../../lib/platform/keda/shared';
import { command } from '../../shell';
import { fault } from '../model/fault';
import { redeclare, show, supply } from '../model/fix';
import type { Pod } from '../model/kinds';
import { lackingIn } from '../model/lacking';
import { conditionOf, waitingFor } from '../model/pods';
import type { Snapshot } from '../model/snapshot';
import type { Workload } from '../model/units';
import { Symptom, severityOf, type WorkloadCheck } from './check';

const FAILURES = new Set(['CreateContainerConfigError', 'CreateContainerError', 'RunContainerError', 'StartError']);
const PREPARING = new Set(['ContainerCreating', 'PodInitializing']);
/** Longer than volumes and network of a pod take. */
const PREPARING_SECONDS = 30;

/** Every container that has its image starts. */
export const containerStart: WorkloadCheck = {
  name: 'container-start',
  finds:
    'a missing Secret or ConfigMap or a missing key of one, a volume that cannot be mounted, an init container that does not end, an entry point that cannot be executed',
  symptom: Symptom.PENDING,
  remedy: "as the pod's events say",
  needs: ['Pod', 'Event'],
  run: (workload, snapshot) => {
    const { namespace, name } = workload;
    for (const pod of snapshot.podsOf(workload)) {
      const failure = failureOf(pod, namespace, snapshot);
      if (!failure) continue;
      const absent = absentIn(failure.reason);
      const lacking = lackingIn(failure.reason);
      return {
        severity: severityOf(workload, snapshot),
        cause: absent
          ? `${absent.kind} "${absent.name}" is not there: its container waits for it`
          : (lacking?.cause ?? failure.cause),
        evidence: [`pod ${pod.metadata.name}: ${failure.reason}`],
        fix: absent
          ? remedyOf(absent, workload)
          : lacking
            ? supply(workload, lacking.resource)
            : show('Pod', namespace, pod.metadata.name),
        is: [fault('pods', namespace, name)],
        follows: absent?.name === CERTIFICATES_SECRET ? [fault('component', OPERATOR.role)] : [],
      };
    }
    return undefined;
  },
};

interface Failure {
  readonly cause: string;
  readonly reason: string;
}

function failureOf(pod: Pod, namespace: string, snapshot: Snapshot): Failure | undefined {
  const cause = 'its container cannot be started';
  const failed = waitingFor(pod, FAILURES)?.state?.waiting;
  if (failed) return { cause, reason: `${failed.reason}: ${failed.message ?? ''}` };
  const scheduled = conditionOf(pod.status?.conditions, 'PodScheduled');
  if (!waitingFor(pod, PREPARING) || snapshot.secondsSince(scheduled?.lastTransitionTime) < PREPARING_SECONDS)
    return undefined;
  const endless = unended(pod);
  if (endless)
    return {
      cause: `its init container "${endless.name}" does not end`,
      reason: `${endless.name} has run since ${endless.since}, and the function starts after it`,
    };
  const event = snapshot.eventsOf('Pod', namespace, pod.metadata.name).find(({ type }) => type === 'Warning');
  return event && { cause, reason: `${event.reason}: ${event.message ?? ''}` };
}

/** A container that runs, and has to end before others start. */
function unended({ spec, status }: Pod): { readonly name: string; readonly since: string } | undefined {
  const sidecars = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  const running = (status?.initContainerStatuses ?? []).find(
    ({ name, state }) => state?.running && !sidecars.some((sidecar) => sidecar.name === name),
  );
  return running && { name: running.name, since: running.state?.running?.startedAt ?? 'its start' };
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
