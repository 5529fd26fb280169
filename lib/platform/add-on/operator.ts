import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { containerPort } from '../../workload/ports';
import type { ComponentSetup, ComponentSizing } from '../component';
import type { ComponentProps } from '../component-props';
import { ADD_ON_OPERATOR, SCALER } from '../components';
import { PlatformDeployment, variables } from '../deployment';
import { addService, namedPort } from '../objects';

const { ports } = ADD_ON_OPERATOR;

/** The add-on's operator: turns HTTPScaledObjects into ScaledObjects and keeps the status of InterceptorRoutes. */
export class AddOnOperator extends Construct {
  constructor(scope: Construct, id: string, setup: ComponentSetup<ComponentProps, ComponentSizing>) {
    super(scope, id);
    const { namespace, sizing } = setup;
    addService(this, 'service', ADD_ON_OPERATOR, setup, {
      name: `${ADD_ON_OPERATOR.name}-metrics-service`,
      ports: [namedPort(ADD_ON_OPERATOR, 'metrics')],
    });
    new PlatformDeployment(this, ADD_ON_OPERATOR, {
      ...setup,
      terminationGracePeriodSeconds: 10,
      container: {
        name: `${ADD_ON_OPERATOR.serviceAccount}-operator`,
        args: [
          `--metrics-bind-address=:${ports.metrics}`,
          '--metrics-secure=true',
          '--metrics-auth=true',
          '--leader-elect',
        ],
        env: variables({
          KEDA_HTTP_OPERATOR_EXTERNAL_SCALER_SERVICE: SCALER.name,
          KEDA_HTTP_OPERATOR_EXTERNAL_SCALER_PORT: String(SCALER.ports.grpc),
          KEDA_HTTP_OPERATOR_NAMESPACE: namespace,
          KEDA_HTTP_OPERATOR_WATCH_NAMESPACE: '',
          ...sizing.env,
        }),
        ports: [containerPort('metrics', ports.metrics), containerPort('probes', ports.probes)],
        livenessProbe: { httpGet: { path: '/healthz', port: k8s.IntOrString.fromString('probes') } },
        readinessProbe: { httpGet: { path: '/readyz', port: k8s.IntOrString.fromString('probes') } },
      },
    });
  }
}
