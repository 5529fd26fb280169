import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { ComponentProps, ComponentSizing, PartProps } from '../component';
import { fieldVariable, PlatformDeployment, variables } from '../deployment';
import { kedaLabels, upstreamPodLabels } from '../labels';
import {
  CERTIFICATES_MOUNT,
  CONNECTION_VARIABLES,
  certificatesVolume,
  httpProbe,
  METRICS_SERVER,
  OPERATOR_SERVICE,
} from './shared';

const API_VERSION = 'v1beta1';
const API_GROUP = 'external.metrics.k8s.io';

/** KEDA's metrics server: the external metrics API, from which the HPA scales beyond one pod. */
export class MetricsServer extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { namespace, images, props, sizing }: PartProps<ComponentProps, ComponentSizing>,
  ) {
    super(scope, id);
    const selector = { app: METRICS_SERVER };
    const labels = { ...selector, ...kedaLabels(METRICS_SERVER) };
    const apiName = `${API_VERSION}.${API_GROUP}`;
    // no caBundle: the operator writes it, and a second writer would fight it
    new k8s.KubeApiService(this, 'api', {
      metadata: { name: apiName, labels: kedaLabels(apiName) },
      spec: {
        service: { name: METRICS_SERVER, namespace, port: 443 },
        group: API_GROUP,
        version: API_VERSION,
        groupPriorityMinimum: 100,
        versionPriority: 100,
      },
    });
    new k8s.KubeService(this, 'service', {
      metadata: { name: METRICS_SERVER, namespace, labels },
      spec: {
        type: 'ClusterIP',
        selector,
        ports: [
          {
            name: 'https',
            port: 443,
            targetPort: k8s.IntOrString.fromNumber(6443),
            protocol: 'TCP',
            appProtocol: 'https',
          },
          { name: 'metrics', port: 8080, targetPort: k8s.IntOrString.fromNumber(8080), protocol: 'TCP' },
        ],
      },
    });
    new PlatformDeployment(this, 'workload', {
      name: METRICS_SERVER,
      namespace,
      labels,
      selector,
      podLabels: upstreamPodLabels(labels),
      serviceAccountName: 'keda-metrics-server',
      replicas: props?.replicas ?? sizing.replicas,
      props,
      sizing,
      volumes: [certificatesVolume()],
      container: {
        name: METRICS_SERVER,
        image: images['keda-metrics-apiserver'],
        command: ['/keda-adapter'],
        args: [
          '--port=8080',
          '--secure-port=6443',
          '--logtostderr=true',
          '--stderrthreshold=ERROR',
          '--disable-compression=true',
          `--metrics-service-address=${OPERATOR_SERVICE}.${namespace}.svc.cluster.local:9666`,
          '--client-ca-file=/certs/ca.crt',
          '--tls-cert-file=/certs/tls.crt',
          '--tls-private-key-file=/certs/tls.key',
          '--cert-dir=/certs',
          '--v=0',
        ],
        env: [
          ...variables({ WATCH_NAMESPACE: '' }),
          fieldVariable('POD_NAMESPACE', 'metadata.namespace'),
          ...variables({ ...CONNECTION_VARIABLES, ...sizing.env }),
        ],
        ports: [
          { name: 'https', containerPort: 6443, protocol: 'TCP' },
          { name: 'metrics', containerPort: 8080, protocol: 'TCP' },
        ],
        livenessProbe: httpProbe('/healthz', 6443, 5, 10, 'HTTPS'),
        readinessProbe: httpProbe('/readyz', 6443, 5, 3, 'HTTPS'),
        volumeMounts: [CERTIFICATES_MOUNT],
      },
    });
  }
}
