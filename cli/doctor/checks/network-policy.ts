import { INTERCEPTOR, METRICS_SERVER, OPERATOR, SCALER } from '../../../lib/platform/components';
import { command } from '../../shell';
import { fault } from '../model/fault';
import { reapply } from '../model/fix';
import type { Kind } from '../model/kinds';
import { blockadeOf } from '../model/network';
import { targetPortOf } from '../model/ports';
import type { Snapshot } from '../model/snapshot';
import type { Workload } from '../model/units';
import { type ClusterCheck, type FunctionCheck, type OwnObservation, Symptom } from './check';

const NEEDS: Kind[] = ['NetworkPolicy', 'Namespace', 'Pod', 'Deployment'];

/** What must reach what within the platform, and which component does not do its part if it cannot. */
const FLOWS = [
  { from: SCALER, to: INTERCEPTOR, port: INTERCEPTOR.ports.admin, stops: SCALER },
  { from: OPERATOR, to: SCALER, port: SCALER.ports.grpc, stops: SCALER },
  { from: METRICS_SERVER, to: OPERATOR, port: OPERATOR.ports.metricsservice, stops: METRICS_SERVER },
];

/** NetworkPolicies let the interceptor reach a function. Evaluated, whether or not the cluster enforces them. */
export const networkPolicy: FunctionCheck = {
  name: 'network-policy',
  finds:
    'NetworkPolicies that keep the interceptor from the function; evaluated, so that it is found before a plugin enforces',
  symptom: Symptom.BAD_GATEWAY,
  remedy: 'edit or delete the policy',
  needs: [...NEEDS, 'Service'],
  run: (fn, snapshot) => {
    const interceptor = snapshot.desired.component('interceptor');
    // nobody calls a function without a route
    const entry = (fn.route ?? fn.httpScaledObject) && fn.service?.spec.ports?.[0];
    const port = entry && targetPortOf(entry, fn.deployment.spec.template.spec);
    if (!interceptor || port === undefined) return undefined;
    return blocked(snapshot, interceptor, fn, port, 'its requests end in a timeout');
  },
};

/** NetworkPolicies let the platform's parts reach each other. */
export const platformNetwork: ClusterCheck = {
  name: 'platform-network',
  finds: 'a NetworkPolicy between the scaler, the interceptor, the operator and the metrics server',
  symptom: Symptom.NO_POD,
  remedy: 'edit or delete the policy',
  needs: NEEDS,
  run: (snapshot) =>
    FLOWS.map(({ from, to, port, stops }) => {
      const [source, target] = [from, to].map(({ role }) => snapshot.desired.component(role));
      if (!source || !target) return undefined;
      const found = blocked(snapshot, source, target, port, stops.without);
      return (
        found && {
          ...found,
          subject: `Deployment ${target.subject}`,
          is: [...(found.is ?? []), fault('component', stops.role)],
        }
      );
    }),
};

function blocked(
  snapshot: Snapshot,
  from: Workload,
  to: Workload,
  port: number,
  effect: string,
): OwnObservation | undefined {
  const blockade = blockadeOf(snapshot, from, to, port);
  if (!blockade) return undefined;
  const { direction, policies } = blockade;
  // the policy that is not of dist is the one too many, or none of dist's is right
  const foreign = policies.find(
    ({ metadata }) => !snapshot.desired.fileOf('NetworkPolicy', metadata.namespace, metadata.name),
  );
  const { name, namespace } = (foreign ?? policies[0]!).metadata;
  return {
    cause: `NetworkPolicy ${namespace}/${name} keeps ${from.component?.role ?? from.name} from port ${port}: ${effect}`,
    evidence: policies.map(
      ({ metadata }) =>
        `${direction} policy ${metadata.namespace}/${metadata.name} selects the pods; no rule of any lets ${from.subject} to ${port}`,
    ),
    fix: foreign
      ? command`kubectl -n ${namespace} edit networkpolicies ${name}`
      : reapply(snapshot, 'NetworkPolicy', namespace, name),
    is: policies.map(({ metadata }) => fault('object', 'NetworkPolicy', metadata.namespace, metadata.name)),
  };
}
