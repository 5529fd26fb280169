import { without } from '../model/components';
import type { Workload } from '../model/desired';
import { objectFault, podsFault } from '../model/finding';
import { reapply } from '../model/fix';
import { containersOf, isReady } from '../model/pods';
import type { Snapshot } from '../model/snapshot';
import type { ClusterCheck, Observation } from './check';
import { pausedFault } from './paused';

const STARTING_SECONDS = 60;

/** Each part of the platform runs with the pods that it should have. */
export const components: ClusterCheck = {
  name: 'component',
  needs: ['Deployment', 'Pod'],
  run: (snapshot) => snapshot.desired.platform.flatMap((workload) => examine(workload, snapshot)),
};

function examine(workload: Workload, snapshot: Snapshot): Observation[] {
  const { namespace, name, role } = workload;
  const live = snapshot.live.find('Deployment', namespace, name);
  const effect = role ? `: ${without(role)}` : '';
  const common = {
    subject: `Deployment ${workload.subject}`,
    is: [role ?? `component ${workload.subject}`, objectFault('Deployment', namespace, name)],
  };
  if (!live) {
    return [
      {
        ...common,
        severity: 'error',
        cause: `it is not in the cluster${effect}`,
        evidence: [`dist declares it in ${snapshot.desired.fileOf('Deployment', namespace, name)}`],
        fix: reapply(snapshot, 'Deployment', namespace, name),
        follows: [`namespace ${namespace}`],
      },
    ];
  }
  const wanted = live.spec.replicas ?? 1;
  if (wanted === 0) {
    return [
      {
        ...common,
        severity: 'error',
        cause: `it is scaled to 0 pods${effect}`,
        evidence: ['spec.replicas is 0'],
        fix: `kubectl -n ${namespace} scale deployment/${name} --replicas=${declaredReplicas(workload)}`,
        follows: workload.scaledObject ? [pausedFault(namespace, workload.scaledObject.metadata.name)] : [],
      },
    ];
  }
  const pods = snapshot.podsOf(workload);
  const available = live.status?.availableReplicas ?? 0;
  if (available >= wanted) return [];
  const notReady = pods.filter((pod) => !isReady(pod));
  const starting = notReady.every(
    ({ metadata }) => snapshot.secondsSince(metadata.creationTimestamp) < STARTING_SECONDS,
  );
  if (available > 0 && notReady.length > 0 && starting) return [];
  return [
    {
      ...common,
      is: available === 0 ? common.is : [objectFault('Deployment', namespace, name)],
      severity: available === 0 ? 'error' : 'warning',
      cause: `${available} of ${wanted} pods are available${available === 0 ? effect : ''}`,
      evidence: notReady.map((pod) => {
        const waiting = containersOf(pod).map(({ state }) => state?.waiting?.reason);
        return `pod ${pod.metadata.name}: ${[pod.status?.phase, ...waiting].filter(Boolean).join(', ')}, not ready, ${Math.round(snapshot.secondsSince(pod.metadata.creationTimestamp))} s old`;
      }),
      fix: `kubectl -n ${namespace} rollout restart deployment/${name}`,
      // the scaler is not ready without an interceptor to ask
      follows: [podsFault(namespace, name), ...(role === 'scaler' ? ['interceptor'] : [])],
    },
  ];
}

function declaredReplicas({ deployment, scaledObject }: Workload): number {
  return deployment.spec.replicas ?? scaledObject?.spec.minReplicaCount ?? 1;
}
