import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { addObject } from '../../object/object';
import { ADD_ON_OPERATOR, INTERCEPTOR, SCALER } from '../components';
import { addOnLabels, addOnRbacLabels, type Labels } from '../labels';
import { addAccount } from '../objects';
import { type Account, bindInCluster, bindInNamespace, lease, OWN, READ, rule } from '../rbac';
import { ADD_ON_CLUSTER_RULES } from '../rights/add-on-rules';
import type { AddOnSetups } from '../setups';

const PREFIX = ADD_ON_OPERATOR.serviceAccount;
const ROLE = `${PREFIX}-role`;
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
  constructor(scope: Construct, id: string, setups: AddOnSetups) {
    super(scope, id);
    const { namespace } = setups.addOnOperator;
    const operator = { name: ADD_ON_OPERATOR.serviceAccount, namespace };
    const interceptor = { name: INTERCEPTOR.serviceAccount, namespace };
    const scaler = { name: SCALER.serviceAccount, namespace };
    for (const [component, { name }, setup] of [
      ['operator', operator, setups.addOnOperator],
      ['interceptor', interceptor, setups.interceptor],
      ['scaler', scaler, setups.scaler],
    ] as const)
      addAccount(this, `account-${component}`, setup, { name, labels: addOnLabels(component) });
    const metricsReader = `${PREFIX}-metrics-reader`;
    const read = setups.interceptor.props.readConfigMaps ? ['configmaps', 'services'] : ['services'];
    this.clusterRole(INTERCEPTOR.name, INTERCEPTOR.labels, [...READ_ROUTES, rule('', read, READ)]);
    this.clusterRole(SCALER.name, SCALER.labels, READ_ROUTES);
    const { rights } = setups.addOnOperator;
    this.clusterRole(ROLE, addOnRbacLabels('operator', ROLE), rights ? ADD_ON_CLUSTER_RULES : OPERATOR_RULES);
    this.clusterRole(metricsReader, addOnRbacLabels('operator', metricsReader), [
      { nonResourceUrLs: ['/metrics'], verbs: ['get'] },
    ]);

    this.clusterBinding('interceptor', INTERCEPTOR.name, INTERCEPTOR.name, interceptor);
    this.clusterBinding('scaler', SCALER.name, SCALER.name, scaler);
    this.clusterBinding('operator', `${PREFIX}-rolebinding`, ROLE, operator);
    this.clusterBinding('operator', `${PREFIX}-auth-delegator`, 'system:auth-delegator', operator);

    addObject(k8s.KubeRole, this, 'role', {
      metadata: { name: ROLE, namespace, labels: ADD_ON_OPERATOR.labels },
      rules: [
        rule('', ['events'], ['create', 'patch']),
        ...(rights ? lease('http-add-on.keda.sh') : [rule('coordination.k8s.io', ['leases'], OWN)]),
      ],
    });
    bindInNamespace(this, 'binding', namespace, {
      name: `${PREFIX}-role-rolebinding`,
      labels: addOnRbacLabels('operator', `${PREFIX}-role-binding`),
      role: ROLE,
      account: operator,
    });
  }

  private clusterRole(name: string, labels: Labels, rules: k8s.PolicyRule[]): void {
    addObject(k8s.KubeClusterRole, this, `role-${name}`, { metadata: { name, labels }, rules });
  }

  private clusterBinding(component: string, name: string, role: string, account: Account): void {
    bindInCluster(this, `binding-${name}`, { name, labels: addOnRbacLabels(component, name), role, account });
  }
}
