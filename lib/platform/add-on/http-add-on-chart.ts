import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PlatformSetup } from '../component';
import type { ComponentProps, InterceptorProps, ScalerProps } from '../component-props';
import type { Sizing } from '../sizing';
import { Interceptor } from './interceptor';
import { AddOnOperator } from './operator';
import { AddOnRbac } from './rbac';
import { ExternalScaler } from './scaler';

export interface HttpAddOnChartProps {
  readonly shared: PlatformSetup;
  readonly sizing: Sizing;
  readonly operator: ComponentProps;
  readonly interceptor: InterceptorProps;
  readonly scaler: ScalerProps;
}

/** KEDA's HTTP add-on: holds requests for a function until KEDA has started it. */
export class HttpAddOnChart extends Chart {
  public readonly operator: ApiObject;
  public readonly interceptor: ApiObject;
  public readonly scaler: ApiObject;

  constructor(scope: Construct, id: string, props: HttpAddOnChartProps) {
    super(scope, id, { disableResourceNameHashes: true });
    const { shared, operator, interceptor, scaler } = props;
    const { sizes } = props.sizing;
    new AddOnRbac(this, 'rbac', shared.namespace, { operator, interceptor, scaler });
    this.operator = ApiObject.of(
      new AddOnOperator(this, 'operator', { ...shared, props: operator, sizing: sizes.addOnOperator }),
    );
    this.interceptor = ApiObject.of(
      new Interceptor(this, 'interceptor', { ...shared, props: interceptor, sizing: sizes.interceptor }),
    );
    this.scaler = ApiObject.of(new ExternalScaler(this, 'scaler', { ...shared, props: scaler, sizing: sizes.scaler }));
  }
}
