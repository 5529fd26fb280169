import { fault } from '../model/fault';
import { reapply } from '../model/fix';
import { type FunctionCheck, Symptom } from './check';

/** The interceptor speaks to each port of a Service what `appProtocol` says of it: HTTP/2, or without it HTTP/1.1. */
export const protocol: FunctionCheck = {
  name: 'protocol',
  finds: 'a Service that says another protocol of its port than the process speaks',
  symptom: Symptom.BAD_GATEWAY,
  remedy: 'apply its file',
  needs: ['Service'],
  run: ({ namespace, name, service }, snapshot) => {
    const live = service && snapshot.live.find('Service', namespace, service.metadata.name);
    if (!live) return undefined;
    const [declared, actual] = [service, live].map(({ spec }) => spec.ports?.[0]?.appProtocol);
    if (declared === actual) return undefined;
    return {
      cause: `the interceptor speaks ${spoken(actual)} to it, and it speaks ${spoken(declared)}`,
      evidence: [
        `Service ${live.metadata.name}: appProtocol is ${actual ?? 'not set'}, declared ${declared ?? 'without one'}`,
      ],
      fix: reapply(snapshot, 'Service', namespace, live.metadata.name),
      is: [fault('object', 'Service', namespace, live.metadata.name)],
      follows: [fault('missing', 'Deployment', namespace, name)],
    };
  },
};

function spoken(appProtocol?: string): string {
  return appProtocol === 'kubernetes.io/h2c' ? 'HTTP/2' : 'HTTP/1.1';
}
