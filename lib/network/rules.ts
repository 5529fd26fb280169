import { isIPv6 } from 'node:net';
import { k8s } from 'cdk8s-plus-28';
import type { NetworkPeer } from './props';

/** Label of the pods that call a function at given times: its own labels would make them pods of its Service. */
export const CALLER = 'cdk8s-keda-functions/calls';

/** What finds all such pods. */
export const CALLERS: k8s.LabelSelector = { matchExpressions: [{ key: CALLER, operator: 'Exists' }] };

/** Label of each namespace with its name. */
export const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** A rule of a NetworkPolicy, in either direction. */
export interface Connection {
  /** Who is at the other end. @default - anybody */
  readonly peers?: k8s.NetworkPolicyPeer[];
  /** @default - all ports, of every protocol */
  readonly ports?: k8s.NetworkPolicyPort[];
}

export function ingress({ peers, ports }: Connection): k8s.NetworkPolicyIngressRule {
  return { from: peers, ports };
}

export function egress({ peers, ports }: Connection): k8s.NetworkPolicyEgressRule {
  return { to: peers, ports };
}

/** A port by its number, or by its name in the pods that are called. */
export function tcp(port: number | string): k8s.NetworkPolicyPort {
  const { fromNumber, fromString } = k8s.IntOrString;
  return { port: typeof port === 'number' ? fromNumber(port) : fromString(port), protocol: 'TCP' };
}

export function udp(port: number): k8s.NetworkPolicyPort {
  return { port: k8s.IntOrString.fromNumber(port), protocol: 'UDP' };
}

/** Pods of a namespace: all of them, or those with labels. */
export function podsIn(namespace: string, matchLabels?: { readonly [key: string]: string }): k8s.NetworkPolicyPeer {
  return {
    namespaceSelector: { matchLabels: { [NAMESPACE_NAME]: namespace } },
    podSelector: matchLabels && { matchLabels },
  };
}

/** Pods of the same namespace. */
export function podsBeside(matchLabels: { readonly [key: string]: string }): k8s.NetworkPolicyPeer {
  return { podSelector: { matchLabels } };
}

/** Addresses but for those of the same family that are excepted. */
export function addresses(cidr: string, except: readonly string[] = []): k8s.NetworkPolicyPeer {
  const same = except.filter((each) => isV6(each) === isV6(cidr));
  return { ipBlock: { cidr, except: same.length > 0 ? [...same] : undefined } };
}

function isV6(cidr: string): boolean {
  return isIPv6(cidr.split('/')[0]!);
}

/** What is declared of a peer. */
export function connectionOf({ namespace, podLabels, cidr, ports }: NetworkPeer): Connection {
  return {
    peers: [cidr === undefined ? podsIn(namespace!, podLabels) : addresses(cidr)],
    ports: ports?.map(tcp),
  };
}
