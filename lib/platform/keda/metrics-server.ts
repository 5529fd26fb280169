import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Environment } from '../../environment';
import { addObject } from '../../object/object';
import { containerPort, servicePort } from '../../workload/ports';
import type { ComponentSetup, ComponentSizing } from '../component';
import type { MetricsServerProps } from '../component-props';
import { METRICS_SERVER, OPERATOR } from '../components';
import { fieldVariable, PlatformDeployment, variables } from '../deployment';
import { kedaLabels } from '../labels';
import { addService } from '../objects';
import { metricsServerPorts } from '../ports/ports';
import { CERTIFICATES_MOUNT, CONNECTION_VARIABLES, certificatesVolume, httpProbe, httpsPort } from './shared';

const { name } = METRICS_SERVER;

const API_VERSION = 'v1beta1';
const API_GROUP = 'external.metrics.k8s.io';
export const API_SERVICE = `${API_VERSION}.${API_GROUP}`;

/** KEDA's metrics server: the external metrics API, from which the HPA scales beyond one pod. */
export class MetricsServer extends Construct {
  constructor(scope: Construct, id: string, setup: ComponentSetup<MetricsServerProps, ComponentSizing>) {
    super(scope, id);
    const { namespace, sizing, props } = setup;
    const ports = metricsServerPorts(props);
    // no caBundle: the operator writes it, and a second writer would fight it
    addObject(k8s.KubeApiService, this, 'api', {
      metadata: { name: API_SERVICE, labels: kedaLabels(API_SERVICE) },
      spec: {
        service: { name, namespace, port: 443 },
        group: API_GROUP,
        version: API_VERSION,
        groupPriorityMinimum: 100,
        versionPriority: 100,
      },
    });
    addService(this, 'service', METRICS_SERVER, setup, {
      type: 'ClusterIP',
      ports: [httpsPort(ports.https), servicePort('metrics', ports.metrics, ports.metrics)],
    });
    new PlatformDeployment(this, METRICS_SERVER, {
      ...setup,
      volumes: [certificatesVolume()],
      container: {
        command: ['/keda-adapter'],
        args: [
          `--port=${ports.metrics}`,
          `--secure-port=${ports.https}`,
          '--logtostderr=true',
          '--stderrthreshold=ERROR',
          '--disable-compression=true',
          `--metrics-service-address=${OPERATOR.name}.${namespace}.svc.${Environment.clusterDomainOf(this)}:${OPERATOR.ports.metricsservice}`,
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
        ports: [containerPort('https', ports.https), containerPort('metrics', ports.metrics)],
        livenessProbe: httpProbe('/healthz', ports.https, 5, 10, 'HTTPS'),
        readinessProbe: httpProbe('/readyz', ports.https, 5, 3, 'HTTPS'),
        volumeMounts: [CERTIFICATES_MOUNT],
      },
    });
  }
}
