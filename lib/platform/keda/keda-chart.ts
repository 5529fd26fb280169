import { ApiObject, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addObject } from '../../object/object';
import type { PodSecurity } from '../../workload/pod-security';
import { podSecurityLabels } from '../../workload/restricted';
import type { PlatformSetup } from '../component';
import type { ComponentProps, MetricsServerProps, WebhooksProps } from '../component-props';
import type { Sizing } from '../sizing';
import { MetricsServer } from './metrics-server';
import { Operator } from './operator';
import { KedaRbac } from './rbac';
import { Webhooks } from './webhooks';

export interface KedaChartProps {
  readonly shared: PlatformSetup;
  readonly createNamespace: boolean;
  readonly podSecurity: PodSecurity;
  readonly sizing: Sizing;
  readonly operator: ComponentProps;
  readonly metricsServer: MetricsServerProps;
  readonly webhooks: WebhooksProps;
}

/** KEDA itself, and, where it is made here, the namespace that it shares with the HTTP add-on. */
export class KedaChart extends Chart {
  public readonly namespaceObject?: ApiObject;
  public readonly operator: ApiObject;
  public readonly metricsServer: ApiObject;
  public readonly webhooks: ApiObject;

  constructor(scope: Construct, id: string, props: KedaChartProps) {
    super(scope, id, { disableResourceNameHashes: true });
    const { shared, operator, metricsServer, webhooks } = props;
    const { sizes } = props.sizing;
    if (props.createNamespace) {
      this.namespaceObject = addObject(k8s.KubeNamespace, this, 'namespace', {
        metadata: { name: shared.namespace, labels: podSecurityLabels(props.podSecurity) },
      });
    }
    new KedaRbac(this, 'rbac', shared.namespace, { operator, metricsServer, webhooks });
    this.operator = ApiObject.of(
      new Operator(this, 'operator', { ...shared, props: operator, sizing: sizes.operator }),
    );
    this.metricsServer = ApiObject.of(
      new MetricsServer(this, 'metrics-server', { ...shared, props: metricsServer, sizing: sizes.metricsServer }),
    );
    this.webhooks = ApiObject.of(
      new Webhooks(this, 'webhooks', { ...shared, props: webhooks, sizing: sizes.webhooks }),
    );
  }
}
