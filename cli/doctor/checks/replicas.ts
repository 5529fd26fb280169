import { podsFault } from '../model/finding';
import { conditionOf } from '../model/pods';
import type { FunctionCheck } from './check';
import { pausedFault } from './paused';

/** A function has as many pods as its ScaledObject allows and its requests need. */
export const replicas: FunctionCheck = {
  name: 'replicas',
  needs: ['Deployment', 'ScaledObject', 'Event'],
  run: (fn, snapshot) => {
    const { namespace, name, subject, scaledObjectName } = fn;
    const scaledObject = scaledObjectName ? snapshot.live.find('ScaledObject', namespace, scaledObjectName) : undefined;
    const deployment = snapshot.live.find('Deployment', namespace, name);
    if (!scaledObject || !deployment) return [];
    const { minReplicaCount: min = 0, maxReplicaCount: max = 100 } = scaledObject.spec;
    const current = deployment.spec.replicas ?? 1;
    const common = {
      subject,
      fix: `kubectl -n ${namespace} describe scaledobjects ${scaledObjectName}`,
      follows: ['operator', 'scaler', pausedFault(namespace, scaledObjectName!), podsFault(namespace, name)],
    };
    const waiting = snapshot.waiting(namespace, (fn.route ?? fn.httpScaledObject)?.metadata.name ?? '');
    const requests = waiting > 0 ? [`${waiting} requests wait in the interceptor`] : [];
    const failed = snapshot
      .eventsOf('ScaledObject', namespace, scaledObjectName!)
      .find(({ reason }) => reason === 'KEDAScaleTargetActivationFailed');
    if (current === 0 && conditionOf(scaledObject.status?.conditions, 'Active')?.status === 'True' && failed) {
      return [
        {
          ...common,
          severity: 'error',
          cause: 'KEDA wants to wake it and cannot',
          evidence: [failed.message ?? '', ...requests],
        },
      ];
    }
    if (current > max) {
      return [
        {
          ...common,
          severity: 'warning',
          cause: `it has ${current} pods, more than its maximum of ${max}`,
          evidence: ['somebody else scales it'],
        },
      ];
    }
    if (current < min) {
      return [
        {
          ...common,
          severity: 'error',
          cause: `it has ${current} pods, fewer than its minimum of ${min}`,
          evidence: requests,
        },
      ];
    }
    return [];
  },
};
