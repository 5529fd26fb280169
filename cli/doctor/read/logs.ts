import type { Desired } from '../model/desired';
import type { Objects } from '../model/objects';
import { crashOf } from '../model/pods';
import type { Cluster } from './cluster';

/** Enough for the top of a stack trace, where some runtimes say what went wrong. */
const LINES = 50;
const MAX_BYTES = 65_536;
/** More pods than this crash for few reasons; each log is a request. */
const MAX_LOGS = 20;

/** The last lines of containers that ended, by `namespace/pod/container`. What cannot be read is left out. */
export async function readLogs(
  cluster: Cluster,
  desired: Desired,
  live: Objects,
  now: Date,
): Promise<Map<string, string[]>> {
  const crashed = live
    .all('Pod')
    .filter(
      ({ metadata, status }) => status?.phase !== 'Succeeded' && desired.namespaces.includes(metadata.namespace ?? ''),
    )
    .flatMap((pod) => crashOf(pod, now) ?? [])
    .slice(0, MAX_LOGS);
  const logs = await Promise.all(
    crashed.map(async ({ pod: { metadata }, status: { name: container, state } }) => {
      const query = `container=${container}&previous=${!state?.terminated}&tailLines=${LINES}&limitBytes=${MAX_BYTES}`;
      const { status, body } = await cluster.get(
        `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}/log?${query}`,
      );
      const lines = status === 200 && typeof body === 'string' ? body.split('\n').filter((line) => line.trim()) : [];
      return [`${metadata.namespace}/${metadata.name}/${container}`, lines] as const;
    }),
  );
  return new Map(logs);
}
