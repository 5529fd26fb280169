import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { ScaledObject } from '../../../imports/keda.sh';
import { addObject } from '../../object/object';
import { containerPort, servicePort } from '../../workload/ports';
import type { ComponentSetup, InterceptorSizing } from '../component';
import type { InterceptorProps } from '../component-props';
import { INTERCEPTOR, INTERCEPTOR_ADMIN, INTERCEPTOR_PROXY, scalerAddress } from '../components';
import { PlatformDeployment, variables } from '../deployment';
import { addService, namedPort, objectMetadata } from '../objects';
import { telemetryVariables } from '../open-telemetry/open-telemetry';
import { TLS_PORT, TLS_PORT_NAME, tlsVariables, tlsVolumes } from '../tls/tls';

const { labels, ports } = INTERCEPTOR;

/** How long a pod that stops still accepts requests, while the data path learns that it is going away. */
const SHUTDOWN_DELAY_SECONDS = 5;
/** How long it then waits for those in flight. */
const DRAIN_SECONDS = 30;
/** What is left for the process to stop. */
const STOP_SECONDS = 10;

/** The proxy in front of all functions, which holds a request until its function runs. */
export class Interceptor extends Construct {
  constructor(scope: Construct, id: string, setup: ComponentSetup<InterceptorProps, InterceptorSizing>) {
    super(scope, id);
    const { namespace, props, sizing } = setup;
    const { tls } = props;
    const tlsPort = tls?.port ?? TLS_PORT;
    addService(this, 'service-admin', INTERCEPTOR, setup, {
      name: INTERCEPTOR_ADMIN,
      ports: [namedPort(INTERCEPTOR, 'admin')],
    });
    addService(this, 'service-proxy', INTERCEPTOR, setup, {
      name: INTERCEPTOR_PROXY,
      ports: [namedPort(INTERCEPTOR, 'proxy'), ...(tls ? [servicePort(TLS_PORT_NAME, tlsPort)] : [])],
    });
    new PlatformDeployment(this, INTERCEPTOR, {
      ...setup,
      volumes: tls && tlsVolumes(tls).volumes,
      // no preStop hook: the interceptor itself delays its end
      terminationGracePeriodSeconds: SHUTDOWN_DELAY_SECONDS + DRAIN_SECONDS + STOP_SECONDS,
      container: {
        env: variables({
          KEDA_HTTP_PROXY_PORT: String(ports.proxy),
          KEDA_HTTP_ADMIN_PORT: String(ports.admin),
          KEDA_HTTP_MAX_IDLE_CONNS: '1000',
          KEDA_HTTP_MAX_IDLE_CONNS_PER_HOST: '200',
          KEDA_HTTP_SHUTDOWN_DELAY: `${SHUTDOWN_DELAY_SECONDS}s`,
          KEDA_HTTP_DRAIN_TIMEOUT: `${DRAIN_SECONDS}s`,
          ...(tls && tlsVariables(tls)),
          ...telemetryVariables('interceptor', setup.openTelemetry),
          ...sizing.env,
        }),
        ports: [
          containerPort('admin', ports.admin),
          containerPort('proxy', ports.proxy),
          containerPort('metrics', ports.metrics),
          ...(tls ? [containerPort(TLS_PORT_NAME, tlsPort)] : []),
        ],
        volumeMounts: tls && tlsVolumes(tls).volumeMounts,
        livenessProbe: { httpGet: { path: '/livez', port: k8s.IntOrString.fromString('admin') } },
        readinessProbe: { httpGet: { path: '/readyz', port: k8s.IntOrString.fromString('admin') } },
      },
    });
    addObject(ScaledObject, this, 'scaled-object', {
      metadata: objectMetadata(setup, INTERCEPTOR.name, labels),
      spec: {
        scaleTargetRef: { kind: 'Deployment', name: INTERCEPTOR.name },
        minReplicaCount: props.minReplicas ?? sizing.minReplicas,
        maxReplicaCount: props.maxReplicas ?? sizing.maxReplicas,
        pollingInterval: 1,
        triggers: [
          {
            type: 'external',
            metadata: { scalerAddress: scalerAddress(namespace), interceptorTargetPendingRequests: '200' },
          },
        ],
      },
    });
  }
}
