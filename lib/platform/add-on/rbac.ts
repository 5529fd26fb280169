import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { addOnLabels, addOnRbacLabels, type Labels } from '../labels';
import { bindInCluster, bindInNamespace, OWN, READ, rule } from '../rbac';
import { INTERCEPTOR, OPERATOR_ACCOUNT, SCALER } from './shared';

const ROLE = 'keda-add-ons-http-role';
const ROUTES = ['httpscaledobjects', 'interceptorroutes'];

const READ_ROUTES = [rule('discovery.k8s.io', ['endpointslices'], READ), rule('http.keda.sh', ROUTES, READ)];

const OPERATOR_RULES = [
  rule('http.keda.sh', ROUTES, OWN),
  rule('http.keda.sh', ['httpscaledobjects/finalizers', 'interceptorroutes/finalizers'], ['update']),
  rule('http.keda.sh', ['httpscaledobjects/status', 'interceptorroutes/status'], ['get', 'patch', 'update']),
  rule('keda.sh', ['scaledobjects'], OWN),
];

/** Service accounts, roles and bindings of the add-on's three components. */
export class AddOnRbac extends Construct {
  constructor(scope: Construct, id: string, namespace: string) {
    super(scope, id);
    const operator = { name: OPERATOR_ACCOUNT, namespace };
    const interceptor = { name: INTERCEPTOR, namespace };
    const scaler = { name: SCALER, namespace };
    for (const [component, metadata] of Object.entries({ operator, interceptor, scaler })) {
      new k8s.KubeServiceAccount(this, `account-${component}`, {
        metadata: { ...metadata, labels: addOnLabels(component) },
      });
    }
    const metricsReader = 'keda-add-ons-http-metrics-reader';
    this.clusterRole(INTERCEPTOR, addOnLabels('interceptor'), [...READ_ROUTES, rule('', ['services'], READ)]);
    this.clusterRole(SCALER, addOnLabels('scaler'), READ_ROUTES);
    this.clusterRole(ROLE, addOnRbacLabels('operator', ROLE), OPERATOR_RULES);
    this.clusterRole(metricsReader, addOnRbacLabels('operator', metricsReader), [
      { nonResourceUrLs: ['/metrics'], verbs: ['get'] },
    ]);

    this.clusterBinding('interceptor', INTERCEPTOR, INTERCEPTOR, interceptor);
    this.clusterBinding('scaler', SCALER, SCALER, scaler);
    this.clusterBinding('operator', 'keda-add-ons-http-rolebinding', ROLE, operator);
    this.clusterBinding('operator', 'keda-add-ons-http-auth-delegator', 'system:auth-delegator', operator);

    new k8s.KubeRole(this, 'role', {
      metadata: { name: ROLE, namespace, labels: addOnLabels('operator') },
      rules: [rule('', ['events'], ['create', 'patch']), rule('coordination.k8s.io', ['leases'], OWN)],
    });
    bindInNamespace(this, 'binding', namespace, {
      name: 'keda-add-ons-http-role-rolebinding',
      labels: addOnRbacLabels('operator', 'keda-add-ons-http-role-binding'),
      role: ROLE,
      account: operator,
    });
  }

  private clusterRole(name: string, labels: Labels, rules: k8s.PolicyRule[]): void {
    new k8s.KubeClusterRole(this, `role-${name}`, { metadata: { name, labels }, rules });
  }

  private clusterBinding(
    component: string,
    name: string,
    role: string,
    account: { name: string; namespace: string },
  ): void {
    bindInCluster(this, `binding-${name}`, { name, labels: addOnRbacLabels(component, name), role, account });
  }
}
