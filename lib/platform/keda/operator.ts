import { Construct } from 'constructs';
import { Environment } from '../../environment';
import { containerPort, servicePort } from '../../workload/ports';
import type { ComponentSetup, ComponentSizing } from '../component';
import type { ComponentProps } from '../component-props';
import { METRICS_SERVER, OPERATOR, WEBHOOKS } from '../components';
import { PlatformDeployment, variables } from '../deployment';
import { kedaLabels } from '../labels';
import { addService } from '../objects';
import { telemetryFlags, telemetryVariables } from '../open-telemetry/open-telemetry';
import { CERTIFICATES_SECRET, CONNECTION_VARIABLES, certificatesVolume, certified, selfVariables } from './shared';

const { name, ports } = OPERATOR;

/** KEDA's operator: watches ScaledObjects and scales from and to zero. One pod leads, others stand by. */
export class Operator extends Construct {
  constructor(scope: Construct, id: string, setup: ComponentSetup<ComponentProps, ComponentSizing>) {
    super(scope, id);
    const { sizing, openTelemetry, rights } = setup;
    addService(this, 'service', OPERATOR, setup, {
      labels: kedaLabels(name),
      ports: [servicePort('metricsservice', ports.metricsservice, ports.metricsservice)],
    });
    new PlatformDeployment(this, OPERATOR, {
      ...setup,
      volumes: [certificatesVolume(true)],
      container: {
        command: ['/keda'],
        args: [
          '--leader-elect',
          '--disable-compression=true',
          '--enable-webhook-patching=true',
          '--cert-dir=/certs',
          '--enable-cert-rotation=true',
          `--cert-secret-name=${CERTIFICATES_SECRET}`,
          `--operator-service-name=${name}`,
          `--metrics-server-service-name=${METRICS_SERVER.name}`,
          `--webhooks-service-name=${WEBHOOKS.name}`,
          '--k8s-cluster-name=kubernetes-default',
          `--k8s-cluster-domain=${Environment.clusterDomainOf(this)}`,
          // the only place where KEDA reports scalers that fail
          '--enable-prometheus-metrics=true',
          ...telemetryFlags(openTelemetry),
          '--http-max-idle-conns=0',
          '--http-max-idle-conns-per-host=1000',
          '--http-idle-conn-timeout=90s',
        ],
        env: [
          ...selfVariables(rights?.lazily(({ watched }) => watched)),
          ...variables({
            OPERATOR_NAME: name,
            ...(rights && { KEDA_RESTRICT_SECRET_ACCESS: rights.lazily(({ readsSecrets }) => String(!readsSecrets)) }),
            ...CONNECTION_VARIABLES,
            ...telemetryVariables('operator', openTelemetry),
            ...sizing.env,
          }),
        ],
        ports: [containerPort('metricsservice', ports.metricsservice), containerPort('metrics', ports.metrics)],
        ...certified(ports.probes),
      },
    });
  }
}
