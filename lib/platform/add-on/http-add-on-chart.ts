import { Chart } from 'cdk8s';
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
  constructor(scope: Construct, id: string, props: HttpAddOnChartProps) {
    super(scope, id, { disableResourceNameHashes: true });
    const { namespace, images } = props;
    const { sizes } = props.sizing;
    new AddOnRbac(this, 'rbac', namespace);
    new AddOnOperator(this, 'operator', { namespace, images, props: props.operator, sizing: sizes.addOnOperator });
    new Interceptor(this, 'interceptor', { namespace, images, props: props.interceptor, sizing: sizes.interceptor });
    new ExternalScaler(this, 'scaler', { namespace, images, props: props.scaler, sizing: sizes.scaler });
  }
}
