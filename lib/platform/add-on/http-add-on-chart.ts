import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ComponentProps, InterceptorProps, ScalerProps } from '../component';
import type { Sizing } from '../sizing';
import type { PlatformImages } from '../versions';
import { Interceptor } from './interceptor';
import { AddOnOperator } from './operator';
import { AddOnRbac } from './rbac';
import { ExternalScaler } from './scaler';

export interface HttpAddOnChartProps {
  readonly namespace: string;
  readonly images: PlatformImages;
  readonly sizing: Sizing;
  readonly operator?: ComponentProps;
  readonly interceptor?: InterceptorProps;
  readonly scaler?: ScalerProps;
}

/** KEDA's HTTP add-on: holds requests for a function until KEDA has started it. */
export class HttpAddOnChart extends Chart {
  public readonly operator: ApiObject;
  public readonly interceptor: ApiObject;
  public readonly scaler: ApiObject;

  constructor(scope: Construct, id: string, props: HttpAddOnChartProps) {
    super(scope, id, { disableResourceNameHashes: true });
    const { namespace, images } = props;
    const { sizes } = props.sizing;
    new AddOnRbac(this, 'rbac', namespace);
    const shared = { namespace, images };
    this.operator = ApiObject.of(
      new AddOnOperator(this, 'operator', { ...shared, props: props.operator, sizing: sizes.addOnOperator }),
    );
    this.interceptor = ApiObject.of(
      new Interceptor(this, 'interceptor', { ...shared, props: props.interceptor, sizing: sizes.interceptor }),
    );
    this.scaler = ApiObject.of(
      new ExternalScaler(this, 'scaler', { ...shared, props: props.scaler, sizing: sizes.scaler }),
    );
  }
}
