import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { addObject } from '../../object/object';
import { METRICS_SERVER, OPERATOR, WEBHOOKS } from '../components';
import { kedaLabels } from '../labels';
import { type Account, addAccount, bindInCluster, bindInNamespace, OWN, READ, rule, WRITE } from '../rbac';
import type { KedaSetups } from '../setups';
import { CERTIFICATES_SECRET } from './shared';

const PREFIX = OPERATOR.name;

const WITH_STATUS = (...resources: string[]) => resources.flatMap((resource) => [resource, `${resource}/status`]);
const EVENTING = rule('eventing.keda.sh', WITH_STATUS('cloudeventsources', 'clustercloudeventsources'), WRITE);

// a ScaledObject may name any kind that has a scale: hence get on everything
const OPERATOR_RULES = [
  rule('', ['configmaps', 'configmaps/status', 'limitranges', 'pods', 'services', 'serviceaccounts'], READ),
  { apiGroups: ['events.k8s.io', ''], resources: ['events'], verbs: ['create', 'patch'] },
  rule('discovery.k8s.io', ['endpointslices'], READ),
  rule('', ['secrets'], ['list', 'watch']),
  rule('*', ['*/scale'], WRITE),
  rule('*', ['*'], ['get']),
  rule('apps', ['deployments/scale', 'statefulsets/scale'], WRITE),
  rule('apps', ['deployments', 'replicasets', 'statefulsets'], READ),
  rule('autoscaling', ['horizontalpodautoscalers'], OWN),
  rule('batch', ['jobs'], OWN),
  EVENTING,
  rule(
    'keda.sh',
    [
      ...WITH_STATUS('scaledjobs', 'scaledobjects', 'triggerauthentications'),
      'scaledjobs/finalizers',
      'scaledobjects/finalizers',
    ],
    WRITE,
  ),
];

const OPERATOR_CLUSTER_RULES = [
  rule('keda.sh', WITH_STATUS('clustertriggerauthentications'), WRITE),
  rule('admissionregistration.k8s.io', ['validatingwebhookconfigurations'], WRITE),
  rule('apiregistration.k8s.io', ['apiservices'], WRITE),
  EVENTING,
];

const WEBHOOK_RULES = [
  rule('autoscaling', ['horizontalpodautoscalers'], ['list', 'watch']),
  rule('keda.sh', ['scaledobjects'], ['list', 'watch']),
  rule('apps', ['deployments', 'statefulsets'], READ),
  rule('', ['limitranges'], ['list']),
  rule('events.k8s.io', ['events'], ['create', 'patch']),
];

const CERTIFICATE_RULES = [
  rule('coordination.k8s.io', ['leases'], OWN),
  rule('', ['secrets'], ['get'], [CERTIFICATES_SECRET]),
  rule('', ['secrets'], ['create', 'update']),
];

/** Service accounts, roles and bindings of KEDA's three components. */
export class KedaRbac extends Construct {
  constructor(scope: Construct, id: string, setups: KedaSetups) {
    super(scope, id);
    const { namespace } = setups.operator;
    for (const [{ serviceAccount: name }, setup] of [
      [OPERATOR, setups.operator],
      [METRICS_SERVER, setups.metricsServer],
      [WEBHOOKS, setups.webhooks],
    ] as const) {
      const account = { name, labels: kedaLabels(name), automountServiceAccountToken: true };
      addAccount(this, `account-${name}`, setup, account);
    }
    this.clusterRole(PREFIX, OPERATOR_RULES);
    this.clusterRole(`${PREFIX}-minimal-cluster-role`, OPERATOR_CLUSTER_RULES);
    this.clusterRole(`${PREFIX}-external-metrics-reader`, [
      rule('external.metrics.k8s.io', ['externalmetrics'], ['get']),
    ]);
    this.clusterRole(`${PREFIX}-webhook`, WEBHOOK_RULES);

    const operator = { name: OPERATOR.serviceAccount, namespace };
    const metricsServer = { name: METRICS_SERVER.serviceAccount, namespace };
    const hpaController = { name: 'horizontal-pod-autoscaler', namespace: 'kube-system' };
    this.clusterBinding(PREFIX, PREFIX, operator);
    this.clusterBinding(`${PREFIX}-minimal`, `${PREFIX}-minimal-cluster-role`, operator);
    this.clusterBinding(`${PREFIX}-system-auth-delegator`, 'system:auth-delegator', metricsServer);
    this.clusterBinding(
      `${PREFIX}-hpa-controller-external-metrics`,
      `${PREFIX}-external-metrics-reader`,
      hpaController,
    );
    this.clusterBinding(`${PREFIX}-webhook`, `${PREFIX}-webhook`, { name: WEBHOOKS.serviceAccount, namespace });

    const certificates = { name: `${PREFIX}-certs`, labels: kedaLabels(`${PREFIX}-certs`) };
    addObject(k8s.KubeRole, this, 'certificates', {
      metadata: { ...certificates, namespace },
      rules: CERTIFICATE_RULES,
    });
    bindInNamespace(this, 'binding-certificates', namespace, {
      ...certificates,
      role: certificates.name,
      account: operator,
    });
    bindInNamespace(this, 'binding-auth-reader', 'kube-system', {
      name: `${PREFIX}-auth-reader`,
      labels: kedaLabels(`${PREFIX}-auth-reader`),
      role: 'extension-apiserver-authentication-reader',
      account: metricsServer,
    });
  }

  private clusterRole(name: string, rules: k8s.PolicyRule[]): void {
    addObject(k8s.KubeClusterRole, this, `role-${name}`, { metadata: { name, labels: kedaLabels(name) }, rules });
  }

  private clusterBinding(name: string, role: string, account: Account): void {
    bindInCluster(this, `binding-${name}`, { name, labels: kedaLabels(name), role, account });
  }
}
