import { command } from '../../shell';
import { fault } from '../model/fault';
import { conditionOf, isReady } from '../model/pods';
import { endpointsOf } from '../model/ports';
import { type FunctionCheck, Symptom } from './check';

const LEARNING_SECONDS = 10;

/** A function's ready pods are endpoints of its Service. */
export const endpoints: FunctionCheck = {
  name: 'endpoints',
  finds: 'ready pods that are not endpoints of the Service',
  symptom: Symptom.BAD_GATEWAY,
  remedy: 'look at the EndpointSlices',
  needs: ['Pod', 'Service', 'EndpointSlice'],
  run: (fn, snapshot) => {
    const { namespace, name, service } = fn;
    if (!service || !snapshot.live.find('Service', namespace, service.metadata.name)) return undefined;
    const ready = snapshot
      .podsOf(fn)
      .filter(
        (pod) =>
          isReady(pod) &&
          snapshot.secondsSince(conditionOf(pod.status?.conditions, 'Ready')?.lastTransitionTime) > LEARNING_SECONDS,
      );
    if (ready.length === 0) return undefined;
    const { slices, ready: leads } = endpointsOf(snapshot.live, namespace, service.metadata.name);
    if (leads) return undefined;
    return {
      cause: 'its pods are ready, but its Service has no endpoint',
      evidence: [`${ready.length} ready pods`, `${slices.length} EndpointSlices of ${service.metadata.name}`],
      fix: command`kubectl -n ${namespace} get endpointslices -l kubernetes.io/service-name=${service.metadata.name}`,
      follows: [
        fault('endpoints', namespace, name),
        fault('missing', 'Service', namespace, service.metadata.name),
        fault('pods', namespace, name),
      ],
    };
  },
};
