import { INTERCEPTOR } from '../../../lib/platform/components';
import type { Desired } from '../model/desired';
import type { Objects } from '../model/objects';
import { isReady } from '../model/pods';
import { matches } from '../model/selectors';
import type { Queue } from '../model/snapshot';
import { type Cluster, messageOf } from './cluster';

/**
 * Asks each ready interceptor pod, through the API server, which requests it holds. It answers with every route that it
 * knows, whether or not there are requests: so this is its routing table, too.
 */
export async function readQueues(cluster: Cluster, desired: Desired, live: Objects): Promise<Queue[]> {
  const interceptor = desired.component('interceptor');
  if (!interceptor) return [];
  const { namespace, deployment } = interceptor;
  const pods = live
    .in('Pod', namespace)
    .filter((pod) => matches(deployment.spec.selector, pod.metadata.labels) && isReady(pod));
  return Promise.all(
    pods.map(async ({ metadata: { name: pod } }) => {
      const answer = await cluster.get(
        `/api/v1/namespaces/${namespace}/pods/${pod}:${INTERCEPTOR.ports.admin}/proxy/queue`,
      );
      if (answer.status === 200 && typeof answer.body === 'object')
        return { pod, counts: answer.body as Queue['counts'] };
      return { pod, problem: { reason: messageOf(answer), forbidden: answer.status === 403 } };
    }),
  );
}
