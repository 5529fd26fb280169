import type { Role } from '../model/components';
import type { Workload } from '../model/desired';
import { objectFault } from '../model/finding';
import { reapply } from '../model/fix';
import type { Kind } from '../model/kinds';
import { blockadeOf } from '../model/network';
import { targetPortOf } from '../model/ports';
import type { Snapshot } from '../model/snapshot';
import type { ClusterCheck, FunctionCheck, Observation } from './check';

const NEEDS: Kind[] = ['NetworkPolicy', 'Namespace', 'Pod', 'Deployment'];

/** What must reach what within the platform, by the name of the port. */
const FLOWS: { readonly from: Role; readonly to: Role; readonly port: string; readonly without: string }[] = [
  { from: 'scaler', to: 'interceptor', port: 'admin', without: 'the scaler counts no request, so no function wakes' },
  { from: 'operator', to: 'scaler', port: 'grpc', without: 'KEDA learns of no request, so no function wakes' },
  { from: 'metrics-server', to: 'operator', port: 'metricsservice', without: 'no function gets more than one pod' },
];

/** NetworkPolicies let the interceptor reach a function. Evaluated, whether or not the cluster enforces them. */
export const networkPolicy: FunctionCheck = {
  name: 'network-policy',
  needs: [...NEEDS, 'Service'],
  run: (fn, snapshot) => {
    const interceptor = snapshot.desired.component('interceptor');
    const entry = fn.service?.spec.ports?.[0];
    const port = entry && targetPortOf(entry, fn.deployment.spec.template.spec);
    if (!interceptor || port === undefined) return [];
    return blocked(snapshot, interceptor, fn, port, fn.subject, 'its requests end in a timeout');
  },
};

/** NetworkPolicies let the platform's parts reach each other. */
export const platformNetwork: ClusterCheck = {
  name: 'platform-network',
  needs: NEEDS,
  run: (snapshot) =>
    FLOWS.flatMap(({ from, to, port, without }) => {
      const [source, target] = [snapshot.desired.component(from), snapshot.desired.component(to)];
      const number = target?.deployment.spec.template.spec.containers
        .flatMap(({ ports }) => ports ?? [])
        .find(({ name }) => name === port)?.containerPort;
      if (!source || !target || number === undefined) return [];
      return blocked(snapshot, source, target, number, `Deployment ${target.subject}`, without).map((observation) => ({
        ...observation,
        is: [...(observation.is ?? []), from === 'metrics-server' ? 'metrics-server' : 'scaler'],
      }));
    }),
};

function blocked(
  snapshot: Snapshot,
  from: Workload,
  to: Workload,
  port: number,
  subject: string,
  effect: string,
): Observation[] {
  const blockade = blockadeOf(snapshot, from, to, port);
  if (!blockade) return [];
  const { direction, policies } = blockade;
  // the policy that is not of dist is the one too many, or none of dist's is right
  const foreign = policies.find(
    ({ metadata }) => !snapshot.desired.fileOf('NetworkPolicy', metadata.namespace, metadata.name),
  );
  const { name, namespace } = (foreign ?? policies[0]!).metadata;
  return [
    {
      severity: 'error',
      subject,
      cause: `NetworkPolicy ${namespace}/${name} keeps ${from.role ?? from.name} from port ${port}: ${effect}`,
      evidence: policies.map(
        ({ metadata }) =>
          `${direction} policy ${metadata.namespace}/${metadata.name} selects the pods; no rule of any lets ${from.subject} to ${port}`,
      ),
      fix: foreign
        ? `kubectl -n ${namespace} edit networkpolicies ${name}`
        : reapply(snapshot, 'NetworkPolicy', namespace, name),
      is: policies.map(({ metadata }) => objectFault('NetworkPolicy', metadata.namespace, metadata.name)),
    },
  ];
}
