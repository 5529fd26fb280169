import { command } from '../../shell';
import { fault } from '../model/fault';
import { conditionOf } from '../model/pods';
import { waitingIn } from '../model/snapshot';
import { type FunctionCheck, Symptom } from './check';

/** A function has as many pods as its ScaledObject allows and its requests need. */
export const replicas: FunctionCheck = {
  name: 'replicas',
  finds: 'more or fewer pods than the ScaledObject allows; requests that wait while KEDA does not wake the function',
  symptom: Symptom.NO_POD,
  remedy: "restart KEDA's operator",
  needs: ['Deployment', 'ScaledObject', 'Event'],
  run: (fn, snapshot) => {
    const { namespace, name, subject, scaledObjectName } = fn;
    if (!scaledObjectName) return undefined;
    const scaledObject = snapshot.live.find('ScaledObject', namespace, scaledObjectName);
    const deployment = snapshot.live.find('Deployment', namespace, name);
    if (!scaledObject || !deployment) return undefined;
    const {
      minReplicaCount = 0,
      idleReplicaCount: min = minReplicaCount,
      maxReplicaCount: max = 100,
    } = scaledObject.spec;
    const current = deployment.spec.replicas ?? 1;
    const common = {
      fix: command`kubectl -n ${namespace} describe scaledobjects ${scaledObjectName}`,
      follows: [
        fault('component', 'operator'),
        fault('component', 'scaler'),
        fault('paused', namespace, scaledObjectName),
        fault('pods', namespace, name),
        fault('scaling', namespace, scaledObjectName),
        fault('missing', 'InterceptorRoute', namespace, scaledObjectName),
      ],
    };
    const waiting = waitingIn(snapshot.queues, fn);
    const requests = waiting > 0 ? [`${waiting} requests wait in the interceptor`] : [];
    const failed = snapshot
      .eventsOf('ScaledObject', namespace, scaledObjectName)
      .find(({ reason }) => reason === 'KEDAScaleTargetActivationFailed');
    if (current === 0 && conditionOf(scaledObject.status?.conditions, 'Active')?.status === 'True' && failed) {
      return { ...common, cause: 'KEDA wants to wake it and cannot', evidence: [failed.message ?? '', ...requests] };
    }
    if (snapshot.stuck.has(subject)) {
      const operator = snapshot.desired.component('operator');
      return {
        ...common,
        cause: 'requests wait for it and KEDA does not wake it: the stream of its scaler is probably broken',
        evidence: [...requests, 'its replicas stay 0', 'KEDA tries a broken stream again after up to 60 s'],
        fix: operator
          ? command`kubectl -n ${operator.namespace} rollout restart deployment/${operator.name}`
          : common.fix,
      };
    }
    if (current > max) {
      return {
        ...common,
        severity: 'warning',
        cause: `it has ${current} pods, more than its maximum of ${max}`,
        evidence: ['somebody else scales it'],
      };
    }
    if (current >= min) return undefined;
    return { ...common, cause: `it has ${current} pods, fewer than its minimum of ${min}`, evidence: requests };
  },
};
