import { setTimeout } from 'node:timers/promises';
import type { Desired } from '../model/desired';
import type { Deployment } from '../model/kinds';
import type { Objects } from '../model/objects';
import { pathOf, resourceOf } from '../model/resources';
import { type Queue, waitingIn } from '../model/snapshot';
import type { Cluster } from './cluster';
import { readQueues } from './queues';

/** KEDA sets the replicas within some 500 ms of a request, however long the pod then takes. */
const PATIENCE_MILLIS = 2000;

/**
 * Subjects of the functions without a pod for which requests wait. A request that has only just come is on its way, so
 * these, and only if there are any, are looked at twice.
 */
export async function readStuck(
  cluster: Cluster,
  desired: Desired,
  live: Objects,
  queues: Queue[],
  patience = PATIENCE_MILLIS,
): Promise<Set<string>> {
  const suspects = desired.functions.filter(
    (fn) => live.find('Deployment', fn.namespace, fn.name)?.spec.replicas === 0 && waitingIn(queues, fn) > 0,
  );
  if (suspects.length === 0) return new Set();
  await setTimeout(patience);
  const namespaces = [...new Set(suspects.map(({ namespace }) => namespace))];
  const [later, ...answers] = await Promise.all([
    readQueues(cluster, desired, live),
    ...namespaces.map((namespace) => cluster.get(pathOf(resourceOf('Deployment'), namespace))),
  ]);
  const atZero = new Set(
    answers
      .flatMap(({ status, body }) => (status === 200 ? (body as { items: Deployment[] }).items : []))
      .filter(({ spec }) => spec.replicas === 0)
      .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`),
  );
  return new Set(
    suspects
      .filter((fn) => atZero.has(`${fn.namespace}/${fn.name}`) && waitingIn(later, fn) > 0)
      .map(({ subject }) => subject),
  );
}
