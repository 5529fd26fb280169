import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { AddOnSetups } from '../setups';
import { Interceptor } from './interceptor';
import { AddOnOperator } from './operator';
import { AddOnRbac } from './rbac';
import { ExternalScaler } from './scaler';

/** KEDA's HTTP add-on: holds requests for a function until KEDA has started it. */
export class HttpAddOnChart extends Chart {
  public readonly operator: ApiObject;
  public readonly interceptor: ApiObject;
  public readonly scaler: ApiObject;

  constructor(scope: Construct, id: string, setups: AddOnSetups) {
    super(scope, id, { disableResourceNameHashes: true });
    new AddOnRbac(this, 'rbac', setups);
    this.operator = ApiObject.of(new AddOnOperator(this, 'operator', setups.addOnOperator));
    this.interceptor = ApiObject.of(new Interceptor(this, 'interceptor', setups.interceptor));
    this.scaler = ApiObject.of(new ExternalScaler(this, 'scaler', setups.scaler));
  }
}
