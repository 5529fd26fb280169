import { ApiObject, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addObject } from '../../object/object';
import { RESTRICTED_NAMESPACE_LABELS } from '../../workload/restricted';
import type { ComponentProps } from '../component';
import type { Sizing } from '../sizing';
import type { PlatformImages } from '../versions';
import { MetricsServer } from './metrics-server';
import { Operator } from './operator';
import { KedaRbac } from './rbac';
import { Webhooks } from './webhooks';

export interface KedaChartProps {
  readonly namespace: string;
  readonly createNamespace: boolean;
  readonly images: PlatformImages;
  readonly sizing: Sizing;
  readonly operator?: ComponentProps;
  readonly metricsServer?: ComponentProps;
  readonly webhooks?: ComponentProps;
}

/** KEDA itself, and, where it is made here, the namespace that it shares with the HTTP add-on. */
export class KedaChart extends Chart {
  public readonly namespaceObject?: ApiObject;
  public readonly operator: ApiObject;
  public readonly metricsServer: ApiObject;
  public readonly webhooks: ApiObject;

  constructor(scope: Construct, id: string, props: KedaChartProps) {
    super(scope, id, { disableResourceNameHashes: true });
    const { namespace, images } = props;
    const { sizes } = props.sizing;
    if (props.createNamespace) {
      this.namespaceObject = addObject(k8s.KubeNamespace, this, 'namespace', {
        metadata: { name: namespace, labels: RESTRICTED_NAMESPACE_LABELS },
      });
    }
    new KedaRbac(this, 'rbac', namespace);
    const shared = { namespace, images };
    this.operator = ApiObject.of(
      new Operator(this, 'operator', { ...shared, props: props.operator, sizing: sizes.operator }),
    );
    this.metricsServer = ApiObject.of(
      new MetricsServer(this, 'metrics-server', { ...shared, props: props.metricsServer, sizing: sizes.metricsServer }),
    );
    this.webhooks = ApiObject.of(
      new Webhooks(this, 'webhooks', { ...shared, props: props.webhooks, sizing: sizes.webhooks }),
    );
  }
}
