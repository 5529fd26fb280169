import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Environment } from '../../environment';
import { CLOSED, Egress } from '../../network/props';
import { connectionOf, egress, ingress } from '../../network/rules';
import { addObject } from '../../object/object';
import { fromInterceptor } from '../network/policy';
import type { ProjectChartProps } from './props';

/** Lets the interceptor in to all functions of a project, and functions out to what it says. */
export function addNetworkPolicies(
  scope: Construct,
  metadata: { readonly name: string; readonly namespace: string },
  pods: k8s.LabelSelector,
  settings: ProjectChartProps,
): ApiObject {
  const { egressTo = [], ingressFrom = [] } = settings;
  const { dns, open } = Environment.networkOf(scope);
  if (settings.egress === Egress.OPEN) {
    addObject(k8s.KubeNetworkPolicy, scope, 'egress-policy', {
      metadata: { ...metadata, name: `${metadata.name}-egress` },
      spec: { podSelector: without(pods, CLOSED), policyTypes: ['Egress'], egress: [open] },
    });
  }
  return addObject(k8s.KubeNetworkPolicy, scope, 'network-policy', {
    metadata,
    spec: {
      podSelector: pods,
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        fromInterceptor(Environment.kedaNamespaceOf(scope, settings.kedaNamespace)),
        ...ingressFrom.map((peer) => ingress(connectionOf(peer))),
      ],
      egress: [dns, ...egressTo.map((peer) => egress(connectionOf(peer)))],
    },
  });
}

/** The pods of a selector that do not have a label. */
function without(pods: k8s.LabelSelector, label: { readonly [key: string]: string }): k8s.LabelSelector {
  const others = Object.entries(label).map(([key, value]) => ({ key, operator: 'NotIn', values: [value] }));
  return { ...pods, matchExpressions: [...(pods.matchExpressions ?? []), ...others] };
}
