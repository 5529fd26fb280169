import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addObject } from '../object/object';

/** Lets no pod of a namespace call or be called, unless another policy does. */
export function denyAll(scope: Construct, namespace: string, labels?: { readonly [key: string]: string }): void {
  addObject(k8s.KubeNetworkPolicy, scope, 'default-deny', {
    metadata: { name: 'default-deny', namespace, labels },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  });
}
