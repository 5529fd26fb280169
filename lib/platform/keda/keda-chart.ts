import { ApiObject, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addObject } from '../../object/object';
import type { PodSecurity } from '../../workload/pod-security';
import { podSecurityLabels } from '../../workload/restricted';
import type { KedaSetups } from '../setups';
import { MetricsServer } from './metrics-server';
import { Operator } from './operator';
import { KedaRbac } from './rbac';
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
    new KedaRbac(this, 'rbac', props);
    this.operator = ApiObject.of(new Operator(this, 'operator', props.operator));
    this.metricsServer = ApiObject.of(new MetricsServer(this, 'metrics-server', props.metricsServer));
    this.webhooks = ApiObject.of(new Webhooks(this, 'webhooks', props.webhooks));
  }
}
