import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addRefusal } from '../../errors';
import { addObject } from '../../object/object';
import { INTERCEPTOR } from '../../platform/components';
import type { FunctionSettings } from '../fields';
import type { FunctionMetadata } from '../metadata/metadata';
import { projectsNear } from '../project/projects';
import { extraPorts } from './ports';

const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** Lets the interceptor reach the port of the requests. */
export function fromInterceptor(kedaNamespace: string): k8s.NetworkPolicyIngressRule {
  return {
    from: [
      {
        namespaceSelector: { matchLabels: { [NAMESPACE_NAME]: kedaNamespace } },
        podSelector: { matchLabels: INTERCEPTOR.identity },
      },
    ],
    ports: [{ port: k8s.IntOrString.fromString('http') }],
  };
}

/**
 * Lets others reach the ports beside that of the requests: to what the NetworkPolicy of the project allows, it adds these. A
 * project that has none has nothing to add to, and the first policy of a pod closes all its other ports.
 */
export function addPortsPolicy(
  scope: Construct,
  metadata: FunctionMetadata,
  selector: { readonly [label: string]: string },
  settings: FunctionSettings,
  kedaNamespace: string,
): ApiObject | undefined {
  const ports = extraPorts(settings);
  const isOpen = () => projectsNear(scope).get(settings.project)?.networkPolicy === false;
  if (ports.length === 0 || isOpen()) return undefined;
  const late =
    'ports are closed, and the ProjectChart made later has networkPolicy: false; allowed: make it before the function';
  addRefusal(scope, () => isOpen() && late);
  return addObject(k8s.KubeNetworkPolicy, scope, 'ports-policy', {
    metadata,
    spec: {
      podSelector: { matchLabels: selector },
      policyTypes: ['Ingress'],
      ingress: [
        ...(settings.http ? [fromInterceptor(kedaNamespace)] : []),
        ...ports.map(({ name, protocol, fromNamespaces = [metadata.namespace] }) => ({
          from: [
            {
              namespaceSelector: {
                matchExpressions: [{ key: NAMESPACE_NAME, operator: 'In', values: fromNamespaces }],
              },
            },
          ],
          ports: [{ port: k8s.IntOrString.fromString(name), protocol }],
        })),
      ],
    },
  });
}
