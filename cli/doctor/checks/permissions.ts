import { groupBy } from '../../../lib/group-by';
import { command } from '../../shell';
import { grant } from '../model/fix';
import { fullNameOf, resourceOf } from '../model/resources';
import type { Snapshot } from '../model/snapshot';
import { type ClusterCheck, type Observation, Symptom } from './check';

/** Says what could not be read, and which right is missing. */
export const permissions: ClusterCheck = {
  name: 'permission',
  finds: 'a kind that it may not read, and the right that is missing; one of which there is too much to read',
  symptom: Symptom.NONE,
  remedy: 'bind the role below',
  needs: [],
  run: (snapshot) => [kinds(snapshot), queues(snapshot)],
};

function kinds({ hidden }: Snapshot): Observation[] {
  const byKind = groupBy(hidden, ({ kind }) => kind);
  return [...byKind].map(([kind, entries]) => {
    const verb = resourceOf(kind).byName ? 'get' : 'list';
    const resource = fullNameOf(resourceOf(kind));
    const namespaces = entries.flatMap(({ namespace }) => namespace ?? []);
    const forbidden = entries.every((entry) => entry.forbidden);
    return {
      severity: 'unknown',
      subject: resource,
      cause: forbidden
        ? `the right to ${verb} ${resource} is missing`
        : `${resource} could not be read${entries.every(({ partial }) => partial) ? ' to the end' : ''}`,
      evidence: [
        ...(namespaces.length > 0
          ? [
              `in ${namespaces.slice(0, 5).join(', ')}${namespaces.length > 5 ? ` and ${namespaces.length - 5} more` : ''}`,
            ]
          : []),
        entries[0]!.reason,
      ],
      fix: forbidden ? grant() : command`kubectl get ${resource} -A`,
    };
  });
}

function queues({ queues: all, desired }: Snapshot): Observation | undefined {
  const refused = all.filter(({ problem }) => problem?.forbidden);
  if (refused.length === 0) return undefined;
  return {
    severity: 'unknown',
    subject: 'pods/proxy',
    cause: `the right to get pods/proxy in ${desired.component('interceptor')?.namespace} is missing: the interceptors' routing tables could not be read`,
    evidence: [refused[0]!.problem!.reason],
    fix: grant(),
  };
}
