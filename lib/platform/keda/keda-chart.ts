import { ApiObject, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addObject } from '../../object/object';
import type { PodSecurity } from '../../workload/pod-security';
import { podSecurityLabels } from '../../workload/restricted';
import type { KedaSetups } from '../setups';
import { functionRules } from './function-rules';
import { MetricsServer } from './metrics-server';
import { Operator } from './operator';
import { KedaRbac } from './rbac';
import { UPSTREAM_RULES } from './upstream-rules';
import { Webhooks } from './webhooks';

export interface KedaChartProps extends KedaSetups {
  readonly createNamespace: boolean;
  readonly podSecurity: PodSecurity;
}

/** KEDA itself, and, where it is made here, the namespace that it shares with the HTTP add-on. */
export class KedaChart extends Chart {
  public readonly namespaceObject?: ApiObject;
  public readonly operator: ApiObject;
  public readonly metricsServer: ApiObject;
  public readonly webhooks: ApiObject;

  constructor(scope: Construct, id: string, props: KedaChartProps) {
    super(scope, id, { disableResourceNameHashes: true });
    if (props.createNamespace) {
      this.namespaceObject = addObject(k8s.KubeNamespace, this, 'namespace', {
        metadata: { name: props.operator.namespace, labels: podSecurityLabels(props.podSecurity) },
      });
    }
    const { rights } = props.operator;
    new KedaRbac(this, 'rbac', props, rights ? functionRules(rights) : UPSTREAM_RULES);
    this.operator = ApiObject.of(new Operator(this, 'operator', props.operator));
    this.metricsServer = ApiObject.of(new MetricsServer(this, 'metrics-server', props.metricsServer));
    this.webhooks = ApiObject.of(new Webhooks(this, 'webhooks', props.webhooks));
  }
}
