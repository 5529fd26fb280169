import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { addObject } from '../../object/object';
import { containerPort } from '../../workload/ports';
import type { ComponentSetup, ComponentSizing } from '../component';
import type { WebhooksProps } from '../component-props';
import { WEBHOOKS } from '../components';
import { PlatformDeployment, variables } from '../deployment';
import { kedaLabels } from '../labels';
import { addService } from '../objects';
import { webhooksPorts } from '../ports/ports';
import { certificatesVolume, certified, httpsPort, selfVariables } from './shared';

const { name } = WEBHOOKS;

export const WEBHOOK_CONFIGURATION = 'keda-admission';

/** KEDA's admission webhooks: refuse ScaledObjects and their like that cannot work. */
export class Webhooks extends Construct {
  constructor(scope: Construct, id: string, setup: ComponentSetup<WebhooksProps, ComponentSizing>) {
    super(scope, id);
    const { namespace, sizing, props } = setup;
    const ports = webhooksPorts(props);
    addObject(k8s.KubeValidatingWebhookConfiguration, this, 'configuration', {
      metadata: { name: WEBHOOK_CONFIGURATION, labels: kedaLabels(name) },
      webhooks: [
        webhook(namespace, 'vscaledobject', 'keda.sh', 'scaledobject'),
        webhook(namespace, 'vscaledjob', 'keda.sh', 'scaledjob'),
        webhook(namespace, 'vstriggerauthentication', 'keda.sh', 'triggerauthentication'),
        webhook(namespace, 'vsclustertriggerauthentication', 'keda.sh', 'clustertriggerauthentication'),
        webhook(namespace, 'vcloudeventsource', 'eventing.keda.sh', 'cloudeventsource'),
        webhook(namespace, 'vclustercloudeventsource', 'eventing.keda.sh', 'clustercloudeventsource'),
      ],
    });
    addService(this, 'service', WEBHOOKS, setup, { labels: kedaLabels(name), ports: [httpsPort(ports.https)] });
    new PlatformDeployment(this, WEBHOOKS, {
      ...setup,
      volumes: [certificatesVolume()],
      container: {
        command: [`/${name}`],
        args: [
          '--cert-dir=/certs',
          // as it is by default
          ...(ports.https === WEBHOOKS.ports.https ? [] : [`--port=${ports.https}`]),
          `--health-probe-bind-address=:${ports.probes}`,
          `--metrics-bind-address=:${ports.metrics}`,
        ],
        env: [...selfVariables(), ...variables(sizing.env ?? {})],
        ports: [
          containerPort('http', ports.https),
          // so that the scheduler knows whether a node has them
          ...(props.hostNetwork
            ? [containerPort('metrics', ports.metrics), containerPort('probes', ports.probes)]
            : []),
        ],
        ...certified(ports.probes),
      },
    });
  }
}

function webhook(namespace: string, name: string, group: string, resource: string): k8s.ValidatingWebhook {
  return {
    name: `${name}.kb.io`,
    admissionReviewVersions: ['v1'],
    // no caBundle: the operator writes it, and a second writer would fight it
    clientConfig: {
      service: { name: WEBHOOKS.name, namespace, path: `/validate-${group.replaceAll('.', '-')}-v1alpha1-${resource}` },
    },
    // a webhook that is down must not stop deployments
    failurePolicy: 'Ignore',
    matchPolicy: 'Equivalent',
    rules: [
      { apiGroups: [group], apiVersions: ['v1alpha1'], operations: ['CREATE', 'UPDATE'], resources: [`${resource}s`] },
    ],
    sideEffects: 'None',
    timeoutSeconds: 10,
  };
}
