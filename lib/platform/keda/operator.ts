import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { ComponentProps, ComponentSizing, PartProps } from '../component';
import { fieldVariable, PlatformDeployment, variables } from '../deployment';
import { kedaLabels, upstreamPodLabels } from '../labels';
import {
  CERTIFICATES_MOUNT,
  CERTIFICATES_SECRET,
  CONNECTION_VARIABLES,
  certificatesVolume,
  httpProbe,
  METRICS_SERVER,
  OPERATOR_SERVICE,
  WEBHOOKS,
} from './shared';

const NAME = 'keda-operator';

/** KEDA's operator: watches ScaledObjects and scales from and to zero. One pod leads, others stand by. */
export class Operator extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { namespace, images, props, sizing }: PartProps<ComponentProps, ComponentSizing>,
  ) {
    super(scope, id);
    const selector = { app: NAME };
    const labels = { ...selector, name: NAME, ...kedaLabels(NAME) };
    new k8s.KubeService(this, 'service', {
      metadata: { name: OPERATOR_SERVICE, namespace, labels: kedaLabels(NAME) },
      spec: {
        selector,
        ports: [{ name: 'metricsservice', port: 9666, targetPort: k8s.IntOrString.fromNumber(9666) }],
      },
    });
    new PlatformDeployment(this, 'workload', {
      name: NAME,
      namespace,
      labels,
      selector,
      podLabels: upstreamPodLabels(labels),
      serviceAccountName: NAME,
      replicas: props?.replicas ?? sizing.replicas,
      props,
      sizing,
      volumes: [certificatesVolume(true)],
      container: {
        name: NAME,
        image: images.keda,
        command: ['/keda'],
        args: [
          '--leader-elect',
          '--disable-compression=true',
          '--enable-webhook-patching=true',
          '--cert-dir=/certs',
          '--enable-cert-rotation=true',
          `--cert-secret-name=${CERTIFICATES_SECRET}`,
          `--operator-service-name=${OPERATOR_SERVICE}`,
          `--metrics-server-service-name=${METRICS_SERVER}`,
          `--webhooks-service-name=${WEBHOOKS}`,
          '--k8s-cluster-name=kubernetes-default',
          '--k8s-cluster-domain=cluster.local',
          // the only place where KEDA reports scalers that fail
          '--enable-prometheus-metrics=true',
          '--http-max-idle-conns=0',
          '--http-max-idle-conns-per-host=1000',
          '--http-idle-conn-timeout=90s',
        ],
        env: [
          // empty means every namespace; the operator refuses to start without it
          ...variables({ WATCH_NAMESPACE: '' }),
          fieldVariable('POD_NAME', 'metadata.name'),
          fieldVariable('POD_NAMESPACE', 'metadata.namespace'),
          ...variables({ OPERATOR_NAME: NAME, ...CONNECTION_VARIABLES, ...sizing.env }),
        ],
        ports: [
          { name: 'metricsservice', containerPort: 9666, protocol: 'TCP' },
          { name: 'metrics', containerPort: 8080, protocol: 'TCP' },
        ],
        livenessProbe: httpProbe('/healthz', 8081, 25, 10),
        readinessProbe: httpProbe('/readyz', 8081, 20, 3),
        volumeMounts: [CERTIFICATES_MOUNT],
      },
    });
  }
}
