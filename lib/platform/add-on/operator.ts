import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { ComponentProps, ComponentSizing, PartProps } from '../component';
import { PlatformDeployment, variables } from '../deployment';
import { addOnLabels, upstreamPodLabels } from '../labels';
import { FS_GROUP, OPERATOR_ACCOUNT, SCALER, SCALER_PORT } from './shared';

/** The add-on's operator: turns HTTPScaledObjects into ScaledObjects and keeps the status of InterceptorRoutes. */
export class AddOnOperator extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { namespace, images, props, sizing }: PartProps<ComponentProps, ComponentSizing>,
  ) {
    super(scope, id);
    const labels = addOnLabels('operator');
    const selector = upstreamPodLabels(labels);
    new k8s.KubeService(this, 'service', {
      metadata: { name: 'keda-add-ons-http-controller-manager-metrics-service', namespace, labels },
      spec: {
        selector,
        ports: [{ name: 'metrics', port: 8443, targetPort: k8s.IntOrString.fromString('metrics') }],
      },
    });
    new PlatformDeployment(this, 'workload', {
      name: 'keda-add-ons-http-controller-manager',
      namespace,
      labels,
      selector,
      podLabels: selector,
      serviceAccountName: OPERATOR_ACCOUNT,
      replicas: props?.replicas ?? sizing.replicas,
      props,
      sizing,
      fsGroup: FS_GROUP,
      terminationGracePeriodSeconds: 10,
      container: {
        name: 'keda-add-ons-http-operator',
        image: images['http-add-on-operator'],
        args: ['--metrics-bind-address=:8443', '--metrics-secure=true', '--metrics-auth=true', '--leader-elect'],
        env: variables({
          KEDA_HTTP_OPERATOR_EXTERNAL_SCALER_SERVICE: SCALER,
          KEDA_HTTP_OPERATOR_EXTERNAL_SCALER_PORT: String(SCALER_PORT),
          KEDA_HTTP_OPERATOR_NAMESPACE: namespace,
          KEDA_HTTP_OPERATOR_WATCH_NAMESPACE: '',
          ...sizing.env,
        }),
        ports: [
          { name: 'metrics', containerPort: 8443 },
          { name: 'probes', containerPort: 8081 },
        ],
        livenessProbe: { httpGet: { path: '/healthz', port: k8s.IntOrString.fromString('probes') } },
        readinessProbe: { httpGet: { path: '/readyz', port: k8s.IntOrString.fromString('probes') } },
      },
    });
  }
}
