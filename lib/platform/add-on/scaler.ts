import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { containerPort } from '../../workload/ports';
import type { ComponentSetup, ScalerSizing } from '../component';
import type { ScalerProps } from '../component-props';
import { INTERCEPTOR, INTERCEPTOR_ADMIN, SCALER } from '../components';
import { PlatformDeployment, variables } from '../deployment';
import { addService, namedPort } from '../objects';
import { telemetryVariables } from '../open-telemetry/open-telemetry';

const { ports } = SCALER;
// until kube-proxy has taken it out of the Service, KEDA's next connection would lead to it again; that takes up to 1 s
const PRE_STOP_SECONDS = 3;

/** The external scaler: asks the interceptors how many requests they hold, and tells KEDA. */
export class ExternalScaler extends Construct {
  constructor(scope: Construct, id: string, setup: ComponentSetup<ScalerProps, ScalerSizing>) {
    super(scope, id);
    const { namespace, props, sizing } = setup;
    const queueTick = props.queueTick ?? sizing.queueTick;
    const streamInterval = props.streamInterval ?? sizing.streamInterval;
    addService(this, 'service', SCALER, setup, { ports: [namedPort(SCALER, 'grpc'), namedPort(SCALER, 'metrics')] });
    new PlatformDeployment(this, SCALER, {
      ...setup,
      // told to stop, it keeps its streams open and looks at no request: until it is gone, KEDA does not turn to another one
      preStopSeconds: PRE_STOP_SECONDS,
      terminationGracePeriodSeconds: PRE_STOP_SECONDS + 1,
      container: {
        env: variables({
          KEDA_HTTP_SCALER_TARGET_ADMIN_DEPLOYMENT: INTERCEPTOR.name,
          KEDA_HTTP_SCALER_PORT: String(ports.grpc),
          KEDA_HTTP_SCALER_TARGET_ADMIN_NAMESPACE: namespace,
          KEDA_HTTP_SCALER_TARGET_ADMIN_SERVICE: INTERCEPTOR_ADMIN,
          KEDA_HTTP_SCALER_TARGET_ADMIN_PORT: String(INTERCEPTOR.ports.admin),
          KEDA_HTTP_SCALER_STREAM_INTERVAL_MS: String(streamInterval.toMilliseconds()),
          OTEL_PROM_EXPORTER_ENABLED: 'true',
          OTEL_PROM_EXPORTER_PORT: String(ports.metrics),
          OTEL_EXPORTER_OTLP_METRICS_ENABLED: 'false',
          OTEL_EXPORTER_OTLP_TRACES_ENABLED: 'false',
          OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'console',
          ...(queueTick && { KEDA_HTTP_QUEUE_TICK_DURATION: `${queueTick.toMilliseconds()}ms` }),
          ...telemetryVariables('scaler', setup.openTelemetry),
          ...sizing.env,
        }),
        ports: [containerPort('grpc', ports.grpc), containerPort('metrics', ports.metrics)],
        // it calls itself dead and unready when it is two ticks late, as on a node whose CPUs are busy
        livenessProbe: grpcProbe('liveness', 5, 12),
        readinessProbe: grpcProbe('readiness', 1, 6),
      },
    });
  }
}

function grpcProbe(service: string, timeoutSeconds: number, failureThreshold: number): k8s.Probe {
  return {
    grpc: { port: ports.grpc, service },
    timeoutSeconds,
    periodSeconds: 5,
    successThreshold: 1,
    failureThreshold,
  };
}
