import { SCALER } from '../../../lib/platform/components';
import { command } from '../../shell';
import { fault } from '../model/fault';
import { reapply } from '../model/fix';
import { containersOf, isReady } from '../model/pods';
import type { Snapshot } from '../model/snapshot';
import type { Workload } from '../model/units';
import { type ClusterCheck, type Observation, Symptom } from './check';

const STARTING_SECONDS = 60;

/** Each part of the platform runs with the pods that it should have. */
export const components: ClusterCheck = {
  name: 'component',
  finds: 'a component of the platform that is missing, scaled to 0, or has no available pod',
  symptom: Symptom.NO_POD,
  remedy: 'apply its file, scale or restart it',
  needs: ['Deployment', 'Pod'],
  run: (snapshot) => snapshot.desired.platform.map((workload) => examine(workload, snapshot)),
};

function examine(workload: Workload, snapshot: Snapshot): Observation | undefined {
  const { namespace, name, component } = workload;
  const live = snapshot.live.find('Deployment', namespace, name);
  const effect = component ? `: ${component.without}` : '';
  const object = fault('object', 'Deployment', namespace, name);
  const common = {
    subject: `Deployment ${workload.subject}`,
    is: [...(component ? [fault('component', component.role)] : []), object],
  };
  if (!live) {
    return {
      ...common,
      cause: `it is not in the cluster${effect}`,
      evidence: [`dist declares it in ${snapshot.desired.fileOf('Deployment', namespace, name)}`],
      fix: reapply(snapshot, 'Deployment', namespace, name),
      follows: [fault('namespace', namespace)],
    };
  }
  const wanted = live.spec.replicas ?? 1;
  if (wanted === 0) {
    return {
      ...common,
      cause: `it is scaled to 0 pods${effect}`,
      evidence: ['spec.replicas is 0'],
      fix: command`kubectl -n ${namespace} scale deployment/${name} --replicas=${declaredReplicas(workload)}`,
      follows: workload.scaledObject ? [fault('paused', namespace, workload.scaledObject.metadata.name)] : [],
    };
  }
  const pods = snapshot.podsOf(workload);
  const available = live.status?.availableReplicas ?? 0;
  if (available >= wanted) return undefined;
  const notReady = pods.filter((pod) => !isReady(pod));
  const starting = notReady.every(
    ({ metadata }) => snapshot.secondsSince(metadata.creationTimestamp) < STARTING_SECONDS,
  );
  if (available > 0 && notReady.length > 0 && starting) return undefined;
  return {
    ...common,
    is: available === 0 ? common.is : [object],
    severity: available === 0 ? 'error' : 'warning',
    cause: `${available} of ${wanted} pods are available${available === 0 ? effect : ''}`,
    evidence: notReady.map((pod) => {
      const waiting = containersOf(pod).map(({ state }) => state?.waiting?.reason);
      return `pod ${pod.metadata.name}: ${[pod.status?.phase, ...waiting].filter(Boolean).join(', ')}, not ready, ${Math.round(snapshot.secondsSince(pod.metadata.creationTimestamp))} s old`;
    }),
    fix: command`kubectl -n ${namespace} rollout restart deployment/${name}`,
    // the scaler is not ready without an interceptor to ask
    follows: [fault('pods', namespace, name), ...(component === SCALER ? [fault('component', 'interceptor')] : [])],
  };
}

function declaredReplicas({ deployment, scaledObject }: Workload): number {
  return deployment.spec.replicas ?? scaledObject?.spec.minReplicaCount ?? 1;
}
