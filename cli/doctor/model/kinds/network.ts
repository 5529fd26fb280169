import type { KubeObject, Labels, Selector } from './object';

export interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly targetPort?: number | string;
  readonly appProtocol?: string;
}

export interface Service extends KubeObject {
  readonly spec: { readonly selector?: Labels; readonly ports?: ServicePort[] };
}

export interface EndpointSlice extends KubeObject {
  readonly endpoints?: { readonly conditions?: { readonly ready?: boolean } }[] | null;
}

export interface PolicyPeer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: string[] };
}

export interface PolicyPort {
  readonly protocol?: string;
  readonly port?: number | string;
  readonly endPort?: number;
}

export interface NetworkPolicy extends KubeObject {
  readonly spec: {
    readonly podSelector?: Selector;
    readonly policyTypes?: string[];
    readonly ingress?: { readonly from?: PolicyPeer[]; readonly ports?: PolicyPort[] }[];
    readonly egress?: { readonly to?: PolicyPeer[]; readonly ports?: PolicyPort[] }[];
  };
}
