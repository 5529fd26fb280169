import { command } from '../../shell';
import { fault } from '../model/fault';
import { conditionOf } from '../model/pods';
import type { Snapshot } from '../model/snapshot';
import type { Workload } from '../model/units';
import { Symptom, severityOf, type WorkloadCheck } from './check';

interface Refusal {
  readonly pattern: RegExp;
  readonly cause: string;
  readonly fix: (workload: Workload) => string;
}

const project = ({ subject }: Workload) => `functions/${subject.split('/')[0]}/project.yaml`;

const REFUSALS: Refusal[] = [
  {
    pattern: /exceeded quota/,
    cause: "the namespace's quota is used up",
    fix: (workload) =>
      `${command`kubectl -n ${workload.namespace} describe resourcequotas`}; raise quota in ${project(workload)}, then: npm run synth`,
  },
  {
    pattern: /violates PodSecurity/,
    cause: "its pod violates the namespace's Pod Security Standard",
    fix: ({ namespace }) => command`kubectl get namespace ${namespace} --show-labels`,
  },
  {
    pattern: /(maximum|minimum) .* usage per/,
    cause: "its pod is outside the namespace's LimitRange",
    fix: (workload) =>
      `${command`kubectl -n ${workload.namespace} describe limitranges`}; change limits in ${project(workload)}, then: npm run synth`,
  },
  {
    pattern: /failed calling webhook|denied the request/,
    cause: 'an admission webhook refuses its pod',
    fix: () => 'kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations',
  },
];

/** The API server creates the pods that a Deployment asks for. */
export const createRefused: WorkloadCheck = {
  name: 'create-refused',
  finds: 'pods that a quota, a LimitRange, the Pod Security Standard or a webhook refuses',
  symptom: Symptom.NO_POD,
  remedy: 'raise the quota or the limits of the project',
  needs: ['Deployment'],
  run: (workload, snapshot) => {
    const { namespace, name } = workload;
    const live = snapshot.live.find('Deployment', namespace, name);
    const failure = conditionOf(live?.status?.conditions, 'ReplicaFailure');
    if (failure?.status !== 'True') return undefined;
    const message = failure.message ?? failure.reason ?? '';
    const known = REFUSALS.find(({ pattern }) => pattern.test(message));
    return {
      severity: severityOf(workload, snapshot),
      cause: known?.cause ?? 'its pod cannot be created',
      evidence: [message, ...quotas(namespace, message, snapshot)],
      fix: known?.fix(workload) ?? command`kubectl -n ${namespace} describe replicasets`,
      is: [fault('pods', namespace, name)],
      follows: [fault('reference', namespace, name)],
    };
  },
};

function quotas(namespace: string, message: string, { live }: Snapshot): string[] {
  return live
    .in('ResourceQuota', namespace)
    .filter(({ metadata }) => message.includes(`exceeded quota: ${metadata.name}`))
    .map(({ metadata, status }) => {
      const shares = Object.entries(status?.hard ?? {}).map(
        ([resource, hard]) => `${resource} ${status?.used?.[resource] ?? '?'} of ${hard}`,
      );
      return `quota ${metadata.name}: ${shares.join(', ')}`;
    });
}
