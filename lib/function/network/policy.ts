import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Environment } from '../../environment';
import { addRefusal } from '../../errors';
import { Egress } from '../../network/props';
import { connectionOf, egress, ingress, NAMESPACE_NAME, podsIn, tcp } from '../../network/rules';
import { addObject } from '../../object/object';
import { INTERCEPTOR } from '../../platform/components';
import type { FunctionSettings } from '../fields';
import type { FunctionMetadata } from '../metadata/metadata';
import { projectsNear } from '../project/projects';
import { PortProtocol } from './port';
import { extraPorts } from './ports';
import type { EgressProps } from './props';

const LATE =
  'its NetworkPolicy adds to those of a ProjectChart that is made later; allowed: make it before the function';

/** Lets the interceptor reach the port of the requests. */
export function fromInterceptor(kedaNamespace: string): k8s.NetworkPolicyIngressRule {
  return ingress({
    peers: [podsIn(kedaNamespace, INTERCEPTOR.identity)],
    ports: [tcp('http')],
  });
}

/**
 * Adds to what the NetworkPolicies of the project allow. A project that has none has nothing to add to, and the first policy
 * of a pod closes all else in its direction: so that only `egress`, which is about that, makes one there.
 */
export function addFunctionPolicy(
  scope: Construct,
  metadata: FunctionMetadata,
  selector: { readonly [label: string]: string },
  settings: FunctionSettings,
  kedaNamespace: string,
): ApiObject | undefined {
  const incoming = incomingOf(settings, metadata.namespace);
  const requests = settings.http && incoming.length > 0 ? [fromInterceptor(kedaNamespace)] : [];
  return addPolicy(scope, metadata, selector, settings, [...requests, ...incoming]);
}

/** What says whom a process may call. */
interface Outgoing extends EgressProps {
  readonly project: string;
  readonly automountServiceAccountToken: boolean;
}

/** The same of pods that nobody calls by requests, such as those of a job. */
export function addPolicy(
  scope: Construct,
  metadata: FunctionMetadata,
  selector: { readonly [label: string]: string },
  settings: Outgoing,
  incoming: k8s.NetworkPolicyIngressRule[] = [],
): ApiObject | undefined {
  const found = () => projectsNear(scope).get(settings.project);
  const project = found();
  const outgoing = outgoingOf(scope, settings);
  const hasIngress = incoming.length > 0 && project?.networkPolicy !== false;
  const adds = outgoing.length > 0 && settings.egress === undefined;
  const hasEgress = settings.egress !== undefined || (adds && project?.networkPolicy === true);
  addRefusal(scope, () => found() !== project && (adds || (hasIngress && !found()?.networkPolicy)) && LATE);
  if (!hasIngress && !hasEgress) return undefined;
  return addObject(k8s.KubeNetworkPolicy, scope, 'network-policy', {
    metadata,
    spec: {
      podSelector: { matchLabels: selector },
      policyTypes: [...(hasIngress ? ['Ingress'] : []), ...(hasEgress ? ['Egress'] : [])],
      ingress: hasIngress ? incoming : undefined,
      egress: hasEgress ? outgoing : undefined,
    },
  });
}

/**
 * Lets the interceptor reach what answers in place of a function that is late, where the project closes its namespace: any pods,
 * since a Service may select any.
 */
export function addFallbackPolicy(
  scope: Construct,
  metadata: FunctionMetadata,
  { coldStart, project }: FunctionSettings,
  kedaNamespace: string,
): void {
  if (!coldStart?.fallback || !projectsNear(scope).get(project)?.deniesAll) return;
  addInterceptorPolicy(scope, 'fallback-policy', { ...metadata, name: `${metadata.name}-fallback` }, {}, kedaNamespace);
}

/** Lets the interceptor reach pods of a namespace, on whatever port they listen. */
export function addInterceptorPolicy(
  scope: Construct,
  id: string,
  metadata: FunctionMetadata,
  podSelector: k8s.LabelSelector,
  kedaNamespace: string,
): ApiObject {
  return addObject(k8s.KubeNetworkPolicy, scope, id, {
    metadata,
    spec: {
      podSelector,
      policyTypes: ['Ingress'],
      ingress: [ingress({ peers: [podsIn(kedaNamespace, INTERCEPTOR.identity)] })],
    },
  });
}

function incomingOf(settings: FunctionSettings, namespace: string): k8s.NetworkPolicyIngressRule[] {
  return [
    ...extraPorts(settings).map(({ name, protocol, fromNamespaces = [namespace] }) =>
      ingress({
        peers: [
          {
            namespaceSelector: { matchExpressions: [{ key: NAMESPACE_NAME, operator: 'In', values: fromNamespaces }] },
          },
        ],
        ports: [{ port: k8s.IntOrString.fromString(name), protocol: protocol ?? PortProtocol.TCP }],
      }),
    ),
    ...(settings.ingressFrom ?? []).map((peer) => ingress(connectionOf(peer))),
  ];
}

function outgoingOf(scope: Construct, settings: Outgoing): k8s.NetworkPolicyEgressRule[] {
  const { dns, apiServer, open } = Environment.networkOf(scope);
  return [
    ...(settings.egress === undefined ? [] : [dns]),
    ...(settings.egress === Egress.OPEN ? [open] : []),
    ...(settings.automountServiceAccountToken ? [apiServer] : []),
    ...(settings.egressTo ?? []).map((peer) => egress(connectionOf(peer))),
  ];
}
