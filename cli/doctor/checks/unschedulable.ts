import { fault } from '../model/fault';
import { declarationOf, supply } from '../model/fix';
import { lackingIn } from '../model/lacking';
import { conditionOf } from '../model/pods';
import { Symptom, severityOf, type WorkloadCheck } from './check';

/** Every pod has a node. */
export const unschedulable: WorkloadCheck = {
  name: 'unschedulable',
  finds: "a pod for which no node has room, or a PersistentVolumeClaim that is missing, in the scheduler's words",
  symptom: Symptom.PENDING,
  remedy: 'add a node, or lower the requests; make the claim',
  needs: ['Pod'],
  run: (workload, snapshot) => {
    const { namespace, name } = workload;
    const pending = snapshot.podsOf(workload).flatMap((pod) => {
      const scheduled = conditionOf(pod.status?.conditions, 'PodScheduled');
      return scheduled?.status === 'False' ? [{ pod, scheduled }] : [];
    });
    if (pending.length === 0) return undefined;
    const { pod, scheduled } = pending[0]!;
    const lacking = lackingIn(scheduled.message);
    const requests = pod.spec.containers
      .flatMap(({ resources }) => Object.entries(resources?.requests ?? {}))
      .map(([resource, quantity]) => `${resource} ${quantity}`);
    return {
      severity: severityOf(workload, snapshot),
      cause: lacking?.cause ?? 'no node has room for its pod',
      evidence: [
        `pod ${pod.metadata.name}: ${scheduled.message ?? scheduled.reason ?? 'Pending'}`,
        ...(!lacking && requests.length > 0 ? [`it requests ${requests.join(', ')}`] : []),
        ...(pending.length > 1 ? [`${pending.length} pods wait for a node`] : []),
      ],
      fix: lacking
        ? supply(workload, lacking.resource)
        : `kubectl describe nodes; add a node, or lower the requests in ${declarationOf(workload)}`,
      is: [fault('pods', namespace, name)],
      follows: [fault('nodes')],
    };
  },
};
