import { fault } from '../model/fault';
import { redeclare } from '../model/fix';
import type { Kind } from '../model/kinds';
import { resourceOf } from '../model/resources';
import type { Workload } from '../model/units';
import { Symptom, severityOf, type WorkloadCheck } from './check';

/**
 * What a pod names is there. A pod without it is refused, so that a function at zero does not show it. Secrets and ConfigMaps
 * are not looked for: who may see that one is there may also read it.
 */
export const reference: WorkloadCheck = {
  name: 'reference',
  finds: 'a ServiceAccount, PriorityClass or RuntimeClass that a Deployment names and the cluster does not have',
  symptom: Symptom.NO_POD,
  remedy: 'make it, or name another one',
  needs: ['ServiceAccount', 'PriorityClass', 'RuntimeClass'],
  run: (workload, snapshot) => {
    const { namespace, name } = workload;
    const absent = namedBy(workload).filter(([, kind, of]) => {
      const where = resourceOf(kind).namespaced ? namespace : undefined;
      return !snapshot.live.find(kind, where, of);
    });
    if (absent.length === 0) return undefined;
    return {
      severity: severityOf(workload, snapshot),
      cause: `${absent.map(([, kind, of]) => `${kind} "${of}"`).join(' and ')} ${absent.length === 1 ? 'is' : 'are'} not in the cluster`,
      evidence: absent.map(([key, , of]) => `${key} of its pods is ${of}`),
      fix: `make it, or ${redeclare(workload, absent[0]![0])}`,
      is: [fault('reference', namespace, name), fault('pods', namespace, name)],
      follows: [fault('namespace', namespace), fault('missing', 'Deployment', namespace, name)],
    };
  },
};

/** What the pods name, and under which key. */
function namedBy({ deployment }: Workload): [key: string, kind: Kind, name: string][] {
  const { serviceAccountName, priorityClassName, runtimeClassName } = deployment.spec.template.spec;
  const named: [string, Kind, string | undefined][] = [
    ['serviceAccountName', 'ServiceAccount', serviceAccountName],
    ['priorityClassName', 'PriorityClass', priorityClassName],
    ['runtimeClassName', 'RuntimeClass', runtimeClassName],
  ];
  return named.filter((each): each is [string, Kind, string] => each[2] !== undefined);
}
