import { Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Environment } from '../../environment';
import { denyAll } from '../../network/deny-all';
import { connectionOf, egress, ingress } from '../../network/rules';
import { addObject } from '../../object/object';
import { unlessEmpty } from '../../workload/container';
import { COMPONENTS } from '../components';
import { kedaLabels } from '../labels';
import { flowsOf, type NetworkSetup } from './flows';

/** What a component is told by. */
const PROPS = {
  operator: 'operator',
  'metrics-server': 'metricsServer',
  webhooks: 'webhooks',
  'add-on-operator': 'addOnOperator',
  interceptor: 'interceptor',
  scaler: 'scaler',
} as const;

/** The NetworkPolicies of KEDA's namespace: nothing but what each component needs. */
export class PlatformPolicies extends Construct {
  constructor(scope: Construct, id: string, setup: NetworkSetup) {
    super(scope, id);
    const { namespace, settings } = setup;
    if (settings.createNamespace) denyAll(this, namespace, kedaLabels('default-deny'));
    const flows = flowsOf(setup, Environment.networkOf(this), Environment.namingOf(this));
    for (const { role, name, labels, selector } of COMPONENTS) {
      const { incoming, outgoing } = flows[role];
      const { ingressFrom = [], egressTo = [] } = settings[PROPS[role]] ?? {};
      addObject(k8s.KubeNetworkPolicy, this, name, {
        metadata: { name, namespace, labels },
        spec: {
          podSelector: { matchLabels: selector },
          policyTypes: ['Ingress', 'Egress'],
          ingress: Lazy.any({
            // the API server forgets an empty list, and would be told of it again and again
            produce: () => unlessEmpty([...incoming(), ...ingressFrom.map((peer) => ingress(connectionOf(peer)))]),
          }),
          egress: [...outgoing, ...egressTo.map((peer) => egress(connectionOf(peer)))],
        },
      });
    }
  }
}
