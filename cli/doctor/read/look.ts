import type { Desired } from '../model/desired';
import type { Kind, KubeObject } from '../model/kinds';
import { Objects } from '../model/objects';
import { pathOf, RESOURCES, type Resource } from '../model/resources';
import { type Hidden, Snapshot } from '../model/snapshot';
import { type Answer, CannotLook, type Cluster } from './cluster';
import { readLogs } from './logs';
import { readQueues } from './queues';
import { readStuck } from './stuck';

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
  const [queues, logs] = await Promise.all([readQueues(cluster, desired, live), readLogs(cluster, desired, live, now)]);
  const stuck = await readStuck(cluster, desired, live, queues);
  progress(RESOURCES.length + 1, RESOURCES.length + 1);
  return new Snapshot({ desired, live, hidden, queues, logs, stuck, now });
}

interface Found {
  readonly objects: KubeObject[];
  readonly refused?: Hidden;
  readonly at?: string;
}

async function readKind(cluster: Cluster, resource: Resource, desired: Desired): Promise<Found[]> {
  const { kind } = resource;
  if (resource.byName) {
    return Promise.all(
      desired.objects
        .all(kind)
        .map(({ metadata }) => readOne(cluster, kind, pathOf(resource, undefined, metadata.name))),
    );
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

async function readOne(cluster: Cluster, kind: Kind, path: string, namespace?: string): Promise<Found> {
  const answer = await cluster.get(path);
  const { status, body, date: at } = answer;
  if (status === 200) return { objects: (body as { items?: KubeObject[] }).items ?? [body as KubeObject], at };
  // no such object, or a kind that the cluster does not know: its CRD is missing, which a check reports
  if (status === 404) return { objects: [], at };
  if (status === 401) throw new CannotLook(`${cluster.name} does not know who asks: ${messageOf(answer)}`);
  return { objects: [], at, refused: { kind, namespace, reason: messageOf(answer), forbidden: status === 403 } };
}

/** What an API server says of a request that it refuses. */
export function messageOf({ status, body }: Answer): string {
  const message = (body as { message?: string } | undefined)?.message ?? (typeof body === 'string' ? body : '');
  return `${status} ${message.trim().split('\n')[0]}`.trim();
}
