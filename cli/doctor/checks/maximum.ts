import { fault } from '../model/fault';
import { redeclare } from '../model/fix';
import { conditionOf } from '../model/pods';
import { type ScaledCheck, Symptom } from './check';

/** No HPA of a ScaledObject is asked for more pods than it may make. */
export const maximum: ScaledCheck = {
  name: 'maximum',
  finds: 'an HPA at its maximum whose metrics ask for more',
  symptom: Symptom.SLOW,
  remedy: 'raise maxReplicas',
  needs: ['HorizontalPodAutoscaler'],
  run: (workload, { live }) => {
    const { namespace, scaledObjectName } = workload;
    const autoscaler = live
      .in('HorizontalPodAutoscaler', namespace)
      .find(({ metadata }) =>
        metadata.ownerReferences?.some(({ kind, name }) => kind === 'ScaledObject' && name === scaledObjectName),
      );
    const limited = conditionOf(autoscaler?.status?.conditions, 'ScalingLimited');
    if (!autoscaler || limited?.status !== 'True' || limited.reason !== 'TooManyReplicas') return undefined;
    return {
      severity: 'warning',
      cause: `it has its maximum of ${autoscaler.spec.maxReplicas} pods, and its metrics ask for more`,
      evidence: [`HPA ${autoscaler.metadata.name}: ${limited.message ?? limited.reason}`],
      fix: redeclare(workload, workload.component ? 'the size of the platform' : 'maxReplicas'),
      follows: [fault('pods', namespace, workload.name)],
    };
  },
};
