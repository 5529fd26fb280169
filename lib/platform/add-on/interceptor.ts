import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { ScaledObject } from '../../../imports/keda.sh';
import { reject } from '../../errors';
import type { InterceptorProps, InterceptorSizing, PartProps } from '../component';
import { PlatformDeployment, requireReplicas, variables } from '../deployment';
import { addOnLabels, type Labels, upstreamPodLabels } from '../labels';
import {
  ADMIN_PORT,
  FS_GROUP,
  INTERCEPTOR,
  INTERCEPTOR_ADMIN,
  INTERCEPTOR_PROXY,
  PROXY_PORT,
  SCALER,
  SCALER_PORT,
} from './shared';

/** How long a pod that stops still accepts requests, while the data path learns that it is going away. */
const SHUTDOWN_DELAY_SECONDS = 5;
/** How long it then waits for those in flight. */
const DRAIN_SECONDS = 30;
/** What is left for the process to stop. */
const STOP_SECONDS = 10;

/** The proxy in front of all functions, which holds a request until its function runs. */
export class Interceptor extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { namespace, images, props, sizing }: PartProps<InterceptorProps, InterceptorSizing>,
  ) {
    super(scope, id);
    const labels = addOnLabels('interceptor');
    const selector = upstreamPodLabels(labels);
    const service = (name: string, portName: string, port: number) =>
      new k8s.KubeService(this, `service-${portName}`, {
        metadata: { name, namespace, labels },
        spec: { selector, ports: [{ name: portName, port, targetPort: k8s.IntOrString.fromString(portName) }] },
      });
    service(INTERCEPTOR_ADMIN, 'admin', ADMIN_PORT);
    service(INTERCEPTOR_PROXY, 'proxy', PROXY_PORT);
    new PlatformDeployment(this, 'workload', {
      name: INTERCEPTOR,
      namespace,
      labels,
      selector,
      podLabels: selector,
      serviceAccountName: INTERCEPTOR,
      props,
      sizing,
      fsGroup: FS_GROUP,
      // no preStop hook: the interceptor itself delays its end
      terminationGracePeriodSeconds: SHUTDOWN_DELAY_SECONDS + DRAIN_SECONDS + STOP_SECONDS,
      container: {
        name: INTERCEPTOR,
        image: images['http-add-on-interceptor'],
        env: variables({
          KEDA_HTTP_PROXY_PORT: String(PROXY_PORT),
          KEDA_HTTP_ADMIN_PORT: String(ADMIN_PORT),
          KEDA_HTTP_MAX_IDLE_CONNS: '1000',
          KEDA_HTTP_MAX_IDLE_CONNS_PER_HOST: '200',
          KEDA_HTTP_SHUTDOWN_DELAY: `${SHUTDOWN_DELAY_SECONDS}s`,
          KEDA_HTTP_DRAIN_TIMEOUT: `${DRAIN_SECONDS}s`,
          ...sizing.env,
        }),
        ports: [
          { name: 'admin', containerPort: ADMIN_PORT },
          { name: 'proxy', containerPort: PROXY_PORT },
          { name: 'metrics', containerPort: 2223 },
        ],
        livenessProbe: { httpGet: { path: '/livez', port: k8s.IntOrString.fromString('admin') } },
        readinessProbe: { httpGet: { path: '/readyz', port: k8s.IntOrString.fromString('admin') } },
      },
    });
    this.scale(namespace, labels, {
      minReplicas: props?.minReplicas ?? sizing.minReplicas,
      maxReplicas: props?.maxReplicas ?? sizing.maxReplicas,
    });
  }

  private scale(namespace: string, labels: Labels, replicas: { minReplicas: number; maxReplicas: number }): void {
    const minReplicas = requireReplicas(this, 'minReplicas', replicas.minReplicas);
    const maxReplicas = requireReplicas(this, 'maxReplicas', replicas.maxReplicas);
    if (maxReplicas < minReplicas) {
      reject(this, `maxReplicas ${maxReplicas} is below minReplicas; allowed: at least ${minReplicas}`);
    }
    new ScaledObject(this, 'scaled-object', {
      metadata: { name: INTERCEPTOR, namespace, labels },
      spec: {
        scaleTargetRef: { kind: 'Deployment', name: INTERCEPTOR },
        minReplicaCount: minReplicas,
        maxReplicaCount: maxReplicas,
        pollingInterval: 1,
        triggers: [
          {
            type: 'external',
            metadata: {
              scalerAddress: `${SCALER}.${namespace}:${SCALER_PORT}`,
              interceptorTargetPendingRequests: '200',
            },
          },
        ],
      },
    });
  }
}
