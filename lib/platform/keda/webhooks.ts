import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { ComponentProps, ComponentSizing, PartProps } from '../component';
import { fieldVariable, PlatformDeployment, variables } from '../deployment';
import { kedaLabels, upstreamPodLabels } from '../labels';
import { CERTIFICATES_MOUNT, certificatesVolume, httpProbe, WEBHOOKS } from './shared';

/** KEDA's admission webhooks: refuse ScaledObjects and their like that cannot work. */
export class Webhooks extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { namespace, images, props, sizing }: PartProps<ComponentProps, ComponentSizing>,
  ) {
    super(scope, id);
    const selector = { app: WEBHOOKS };
    const labels = { ...selector, name: WEBHOOKS, ...kedaLabels(WEBHOOKS) };
    new k8s.KubeValidatingWebhookConfiguration(this, 'configuration', {
      metadata: { name: 'keda-admission', labels: kedaLabels(WEBHOOKS) },
      webhooks: [
        webhook(namespace, 'vscaledobject', 'keda.sh', 'scaledobject'),
        webhook(namespace, 'vscaledjob', 'keda.sh', 'scaledjob'),
        webhook(namespace, 'vstriggerauthentication', 'keda.sh', 'triggerauthentication'),
        webhook(namespace, 'vsclustertriggerauthentication', 'keda.sh', 'clustertriggerauthentication'),
        webhook(namespace, 'vcloudeventsource', 'eventing.keda.sh', 'cloudeventsource'),
        webhook(namespace, 'vclustercloudeventsource', 'eventing.keda.sh', 'clustercloudeventsource'),
      ],
    });
    new k8s.KubeService(this, 'service', {
      metadata: { name: WEBHOOKS, namespace, labels: kedaLabels(WEBHOOKS) },
      spec: {
        selector,
        ports: [
          {
            name: 'https',
            port: 443,
            targetPort: k8s.IntOrString.fromNumber(9443),
            protocol: 'TCP',
            appProtocol: 'https',
          },
        ],
      },
    });
    new PlatformDeployment(this, 'workload', {
      name: WEBHOOKS,
      namespace,
      labels,
      selector,
      podLabels: upstreamPodLabels(labels),
      serviceAccountName: 'keda-webhook',
      replicas: props?.replicas ?? sizing.replicas,
      props,
      sizing,
      volumes: [certificatesVolume()],
      container: {
        name: WEBHOOKS,
        image: images['keda-admission-webhooks'],
        command: ['/keda-admission-webhooks'],
        args: ['--cert-dir=/certs', '--health-probe-bind-address=:8081', '--metrics-bind-address=:8080'],
        env: [
          ...variables({ WATCH_NAMESPACE: '' }),
          fieldVariable('POD_NAME', 'metadata.name'),
          fieldVariable('POD_NAMESPACE', 'metadata.namespace'),
          ...variables(sizing.env ?? {}),
        ],
        ports: [{ name: 'http', containerPort: 9443, protocol: 'TCP' }],
        livenessProbe: httpProbe('/healthz', 8081, 25, 10),
        readinessProbe: httpProbe('/readyz', 8081, 20, 3),
        volumeMounts: [CERTIFICATES_MOUNT],
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
      service: { name: WEBHOOKS, namespace, path: `/validate-${group.replaceAll('.', '-')}-v1alpha1-${resource}` },
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
