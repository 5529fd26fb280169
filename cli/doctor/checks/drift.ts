import { shorten } from '../../shorten';
import { differences } from '../model/differences';
import { fault } from '../model/fault';
import { reapply } from '../model/fix';
import type { Kind, KubeObject } from '../model/kinds';
import { type ClusterCheck, Symptom } from './check';

/** Kinds with a check of their own. */
const ELSEWHERE = new Set<Kind>(['CustomResourceDefinition', 'APIService']);

/** What `dist` says of an object is what the cluster has. What the cluster has beyond that is its own matter. */
export const drift: ClusterCheck = {
  name: 'drift',
  finds: 'any other field of an object that is not what `dist` declares',
  symptom: Symptom.NONE,
  remedy: 'apply its file',
  needs: [],
  run: (snapshot) =>
    snapshot.desired.known().map(({ object }) => {
      const kind = object.kind as Kind;
      const { namespace, name } = object.metadata;
      const live: KubeObject | undefined = snapshot.live.find(kind, namespace, name);
      if (!live || ELSEWHERE.has(kind)) return undefined;
      const found = differences(declared(object), live);
      if (found.length === 0) return undefined;
      return {
        severity: 'warning',
        subject: `${kind} ${namespace ? `${namespace}/` : ''}${name}`,
        cause: 'it is not what dist declares: somebody changed it, or dist was not applied',
        evidence: shorten(found, 3),
        fix: reapply(snapshot, kind, namespace, name),
        follows: [fault('object', kind, namespace, name), ...(namespace ? [fault('namespace', namespace)] : [])],
      };
    }),
};

/** Without what is said elsewhere: names and kinds found the object, and its annotations speak to tools. */
function declared({ metadata: { labels }, apiVersion: _, kind: __, ...rest }: KubeObject): object {
  return { ...rest, metadata: { labels } };
}
