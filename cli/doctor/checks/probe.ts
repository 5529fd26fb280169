import { SCALER } from '../../../lib/platform/components';
import { command } from '../../shell';
import { fault } from '../model/fault';
import { conditionOf, isReady } from '../model/pods';
import { seenAt } from '../model/snapshot';
import { Symptom, severityOf, type WorkloadCheck } from './check';

const RECENT_SECONDS = 60;
/** A single failure is a busy moment. */
const FAILURES = 2;

/** Every running container answers its probes. */
export const probe: WorkloadCheck = {
  name: 'probe',
  finds: 'a probe that fails, such as for a process that listens on another port',
  symptom: Symptom.RESTARTS,
  remedy: 'listen on the declared port; as its log says',
  needs: ['Pod', 'Event'],
  run: (workload, snapshot) => {
    const { namespace, name } = workload;
    for (const pod of snapshot.podsOf(workload)) {
      const failed = snapshot
        .eventsOf('Pod', namespace, pod.metadata.name)
        .find(({ reason }) => reason === 'Unhealthy');
      if (!failed || (failed.series?.count ?? failed.count ?? 1) < FAILURES) continue;
      if (snapshot.now.getTime() - seenAt(failed) > RECENT_SECONDS * 1000) continue;
      const ready = conditionOf(pod.status?.conditions, 'Ready');
      if (ready?.status === 'True' && Date.parse(ready.lastTransitionTime ?? '') >= seenAt(failed)) continue; // it recovered
      const ports = pod.spec.containers.flatMap(({ ports: declared = [] }) =>
        declared.map(({ containerPort }) => containerPort),
      );
      return {
        severity: isReady(pod) ? 'warning' : severityOf(workload, snapshot),
        cause: causeOf(failed.message ?? '', ports),
        evidence: [`pod ${pod.metadata.name}: ${failed.message}`, `${failed.series?.count ?? failed.count} times`],
        fix: command`kubectl -n ${namespace} logs ${pod.metadata.name}`,
        is: [fault('pods', namespace, name)],
        // the scaler is not ready without an interceptor to ask
        follows: [
          fault('crash', namespace, name),
          ...(workload.component === SCALER ? [fault('component', 'interceptor')] : []),
        ],
      };
    }
    return undefined;
  },
};

function causeOf(message: string, ports: number[]): string {
  const refused = /(?::(\d+): connect: )?connection refused/.exec(message);
  if (refused) return `nothing listens on its port ${refused[1] ?? ports.join(', ')}`;
  if (/does not implement the grpc health protocol/.test(message))
    return 'its probe asks the gRPC health service, which it does not have';
  return 'its probe fails';
}
