import { type ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  ClusterTriggerAuthentication as ClusterObject,
  TriggerAuthentication as NamespacedObject,
} from '../../imports/keda.sh';
import { resolve } from '../fields';
import { requireId } from '../ids';
import { addObject } from '../object/object';
import { AuthenticationKind, parametersOf, TriggerAuthentication } from './authentication';
import { TRIGGER_AUTHENTICATION_CHART } from './authentication-fields';
import type { TriggerAuthenticationChartProps } from './authentication-props';
import { authenticationSpec } from './authentication-spec';

/** An authentication that several functions use: of one namespace, or of all. */
export class TriggerAuthenticationChart extends Chart {
  /** The TriggerAuthentication or ClusterTriggerAuthentication; what `ApiObject.of` gives for the chart. */
  public readonly object: ApiObject;
  /** For `authentication` of a trigger. */
  public readonly authentication: TriggerAuthentication;

  constructor(scope: Construct, id: string, props: TriggerAuthenticationChartProps) {
    super(scope, requireId(scope, id), { disableResourceNameHashes: true });
    const {
      name = id,
      namespace,
      ...sources
    } = resolve(this, TRIGGER_AUTHENTICATION_CHART, { ...props, name: props.name ?? id });
    const content = { metadata: { name, namespace }, spec: authenticationSpec(sources) };
    const kind =
      namespace === undefined
        ? AuthenticationKind.CLUSTER_TRIGGER_AUTHENTICATION
        : AuthenticationKind.TRIGGER_AUTHENTICATION;
    this.object =
      namespace === undefined
        ? addObject(ClusterObject, this, 'authentication', content as never)
        : addObject(NamespacedObject, this, 'authentication', content);
    this.node.defaultChild = this.object;
    this.authentication = TriggerAuthentication._of({ name, kind }, parametersOf(sources));
  }
}
