import type { Desired } from '../model/desired';
import type { Kind, KubeObject } from '../model/kinds';
import { Objects } from '../model/objects';
import { fullNameOf, pathOf, RESOURCES, type Resource } from '../model/resources';
import { type Hidden, Snapshot } from '../model/snapshot';
import { CannotLook, type Cluster, messageOf } from './cluster';
import { readKubeProxy } from './kube-proxy';
import { readLogs } from './logs';
import { readQueues } from './queues';
import { readStuck } from './stuck';

const PAGE = 500;
/** A function at one pod has some ten objects of a kind at most, an event some 2 kB: 20,000 events are 40 MB. */
const MAX_OBJECTS = 20_000;

/** Told how far the reading is. */
export type Progress = (done: number, all: number) => void;

/**
 * Reads a cluster: one list a kind, all at once; where a list of the whole cluster is forbidden, one for each namespace
 * of `dist`.
 *
 * @throws CannotLook when the cluster does not answer, or does not know who asks.
 */
export async function look(cluster: Cluster, desired: Desired, progress: Progress = () => {}): Promise<Snapshot> {
  const live = new Objects();
  const hidden: Hidden[] = [];
  let date: string | undefined;
  let done = 0;
  await Promise.all(
    RESOURCES.map(async (resource) => {
      const answers = await readKind(cluster, resource, desired);
      for (const { objects, refused, at } of answers) {
        live.add(resource.kind, objects as never[]);
        if (refused) hidden.push(refused);
        date ??= at;
      }
      progress(++done, RESOURCES.length + 1);
    }),
  );
  const now = date ? new Date(date) : new Date();
  const whole = desired.withInstalled(live);
  const [queues, logs, kubeProxy] = await Promise.all([
    readQueues(cluster, whole, live),
    readLogs(cluster, whole, live, now),
    readKubeProxy(cluster),
  ]);
  const stuck = await readStuck(cluster, whole, live, queues);
  progress(RESOURCES.length + 1, RESOURCES.length + 1);
  return new Snapshot({ desired: whole, live, hidden, queues, logs, stuck, kubeProxy, now });
}

interface Found {
  readonly objects: KubeObject[];
  readonly refused?: Hidden;
  readonly at?: string;
}

async function readKind(cluster: Cluster, resource: Resource, desired: Desired): Promise<Found[]> {
  const { kind } = resource;
  if (resource.byName) {
    return Promise.all(namesOf(kind, desired).map((name) => readOne(cluster, kind, pathOf(resource, undefined, name))));
  }
  const everywhere = await readOne(cluster, kind, pathOf(resource));
  if (!everywhere.refused?.forbidden) return [everywhere];
  if (kind === 'Namespace') {
    const paths = desired.namespaces.map((name) => [name, pathOf(resource, undefined, name)] as const);
    return Promise.all(paths.map(([name, path]) => readOne(cluster, kind, path, name)));
  }
  if (!resource.namespaced) return [everywhere];
  return Promise.all(desired.namespaces.map((name) => readOne(cluster, kind, pathOf(resource, name), name)));
}

/** Of a kind that is read by name: those of `dist`, and what its functions need of a platform that others installed. */
function namesOf(kind: Kind, desired: Desired): string[] {
  const needed = kind === 'CustomResourceDefinition' && !desired.ownsPlatform ? desired.neededCrds : [];
  return [...desired.objects.all(kind).map(({ metadata }) => metadata.name), ...needed.map(fullNameOf)];
}

/** Reads an object, or a list page by page, but no more than `MAX_OBJECTS` of it. */
async function readOne(cluster: Cluster, kind: Kind, path: string, namespace?: string): Promise<Found> {
  const objects: KubeObject[] = [];
  let at: string | undefined;
  for (let next: string | undefined = ''; next !== undefined; ) {
    const query: string = next === '' ? '' : `&continue=${encodeURIComponent(next)}`;
    const answer = await cluster.get(`${path}?limit=${PAGE}${query}`);
    const { status, body } = answer;
    at ??= answer.date;
    // no such object, or a kind that the cluster does not know: its CRD is missing, which a check reports
    if (status === 404) return { objects, at };
    if (status === 401) throw new CannotLook(`${cluster.name} does not know who asks: ${messageOf(answer)}`);
    if (status !== 200) {
      return { objects: [], at, refused: { kind, namespace, reason: messageOf(answer), forbidden: status === 403 } };
    }
    const { items, metadata } = body as { items?: KubeObject[]; metadata?: { continue?: string } };
    if (!items) return { objects: [body as KubeObject], at };
    // who wrote which field is half of an object, and no check reads it
    for (const { metadata: of } of items) delete (of as { managedFields?: unknown }).managedFields;
    objects.push(...items);
    next = metadata?.continue || undefined;
    if (next !== undefined && objects.length >= MAX_OBJECTS) {
      const reason = `only the first ${objects.length} were read, there are more`;
      // what an event does not say is not missed; of the other kinds an object that was not read would be a missing one
      return { objects, at, refused: { kind, namespace, reason, forbidden: false, partial: kind === 'Event' } };
    }
  }
  return { objects, at };
}
