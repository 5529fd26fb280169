import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { addObject } from '../../object/object';
import { METRICS_SERVER, OPERATOR, WEBHOOKS } from '../components';
import { kedaLabels } from '../labels';
import { addAccount } from '../objects';
import { type Account, bindInCluster, bindInNamespace, READ, rule } from '../rbac';
import type { OperatorRules } from '../rights/operator-rules';
import type { KedaSetups } from '../setups';

const PREFIX = OPERATOR.name;

const WEBHOOK_RULES = [
  rule('autoscaling', ['horizontalpodautoscalers'], ['list', 'watch']),
  rule('keda.sh', ['scaledobjects'], ['list', 'watch']),
  rule('apps', ['deployments', 'statefulsets'], READ),
  rule('', ['limitranges'], ['list']),
  rule('events.k8s.io', ['events'], ['create', 'patch']),
];

/** Service accounts, roles and bindings of KEDA's three components. */
export class KedaRbac extends Construct {
  constructor(scope: Construct, id: string, setups: KedaSetups, rules: OperatorRules) {
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
    this.clusterRole(PREFIX, rules.everywhere);
    this.clusterRole(`${PREFIX}-minimal-cluster-role`, rules.cluster);
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
      rules: rules.own,
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
