import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { ComponentProps, ComponentSizing, PartProps } from '../component';
import { PlatformDeployment, variables } from '../deployment';
import { addOnLabels, upstreamPodLabels } from '../labels';
import { ADMIN_PORT, FS_GROUP, INTERCEPTOR, INTERCEPTOR_ADMIN, SCALER, SCALER_PORT } from './shared';

const METRICS_PORT = 2223;

/** The external scaler: asks the interceptors how many requests they hold, and tells KEDA. */
export class ExternalScaler extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { namespace, images, props, sizing }: PartProps<ComponentProps, ComponentSizing>,
  ) {
    super(scope, id);
    const labels = addOnLabels('scaler');
    const selector = upstreamPodLabels(labels);
    new k8s.KubeService(this, 'service', {
      metadata: { name: SCALER, namespace, labels },
      spec: {
        selector,
        ports: [
          { name: 'grpc', port: SCALER_PORT, targetPort: k8s.IntOrString.fromString('grpc') },
          { name: 'metrics', port: METRICS_PORT, targetPort: k8s.IntOrString.fromString('metrics') },
        ],
      },
    });
    new PlatformDeployment(this, 'workload', {
      name: SCALER,
      namespace,
      labels,
      selector,
      podLabels: selector,
      serviceAccountName: SCALER,
      replicas: props?.replicas ?? sizing.replicas,
      props,
      sizing,
      fsGroup: FS_GROUP,
      // told to stop, it keeps its streams open and looks at no request: until it is gone, KEDA does not turn to another one
      terminationGracePeriodSeconds: 1,
      container: {
        name: SCALER,
        image: images['http-add-on-scaler'],
        env: variables({
          KEDA_HTTP_SCALER_TARGET_ADMIN_DEPLOYMENT: INTERCEPTOR,
          KEDA_HTTP_SCALER_PORT: String(SCALER_PORT),
          KEDA_HTTP_SCALER_TARGET_ADMIN_NAMESPACE: namespace,
          KEDA_HTTP_SCALER_TARGET_ADMIN_SERVICE: INTERCEPTOR_ADMIN,
          KEDA_HTTP_SCALER_TARGET_ADMIN_PORT: String(ADMIN_PORT),
          KEDA_HTTP_SCALER_STREAM_INTERVAL_MS: '200',
          OTEL_PROM_EXPORTER_ENABLED: 'true',
          OTEL_PROM_EXPORTER_PORT: String(METRICS_PORT),
          OTEL_EXPORTER_OTLP_METRICS_ENABLED: 'false',
          OTEL_EXPORTER_OTLP_TRACES_ENABLED: 'false',
          OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'console',
          ...sizing.env,
        }),
        ports: [
          { name: 'grpc', containerPort: SCALER_PORT },
          { name: 'metrics', containerPort: METRICS_PORT },
        ],
        // it calls itself dead and unready when it is two ticks late, as on a node whose CPUs are busy
        livenessProbe: grpcProbe('liveness', 5, 12),
        readinessProbe: grpcProbe('readiness', 1, 6),
      },
    });
  }
}

function grpcProbe(service: string, timeoutSeconds: number, failureThreshold: number): k8s.Probe {
  return {
    grpc: { port: SCALER_PORT, service },
    timeoutSeconds,
    periodSeconds: 5,
    successThreshold: 1,
    failureThreshold,
  };
}
