import { Construct } from 'constructs';
import { resolve } from '../fields';
import { requireId } from '../ids';
import { CloudflareTunnel, type CloudflareTunnelProps } from './cloudflare-tunnel';
import { DnsRecords, type DnsSettings } from './dns-records';
import { EDGE } from './fields';
import { GatewayEdge, type GatewayEdgeProps } from './gateway-edge';
import { IngressEdge, type IngressEdgeProps } from './ingress-edge';

/** DNS records of an edge. */
export interface EdgeDnsProps extends DnsSettings {
  /** What the hosts lead to: a host name or an IP address. @default - the tunnel, if the edge is one */
  readonly target?: string;
}

/** Exactly one of `cloudflare`, `gateway` and `ingress`. */
export interface EdgeProps {
  /** Through Cloudflare's edge, without a public address. @default - not this one */
  readonly cloudflare?: CloudflareTunnelProps;
  /** Through a Gateway that exists. @default - not this one */
  readonly gateway?: GatewayEdgeProps;
  /** Through an ingress controller that exists. @default - not this one */
  readonly ingress?: IngressEdgeProps;
  /** Records for external-dns; hosts as those of the edge. @default - none, they are set by hand */
  readonly dns?: EdgeDnsProps;
}

/** What stands in front of the interceptor: one way in for all functions of a cluster. */
export class Edge extends Construct {
  /** Each is undefined where the props of its name are. */
  public readonly cloudflare?: CloudflareTunnel;
  public readonly gateway?: GatewayEdge;
  public readonly ingress?: IngressEdge;
  public readonly dns?: DnsRecords;

  constructor(scope: Construct, id: string, props: EdgeProps) {
    super(scope, requireId(scope, id));
    const { cloudflare, gateway, ingress, dns } = resolve(this, EDGE, props);
    this.cloudflare = cloudflare && new CloudflareTunnel(this, 'cloudflare', cloudflare);
    this.gateway = gateway && new GatewayEdge(this, 'gateway', gateway);
    this.ingress = ingress && new IngressEdge(this, 'ingress', ingress);
    if (dns) {
      // one of the two is there: a rule of the table
      const target = dns.target ?? this.cloudflare!.dnsTarget;
      const { hosts } = { ...cloudflare, ...gateway, ...ingress };
      this.dns = new DnsRecords(this, 'dns', { ...dns, target, hosts: dns.hosts ?? hosts });
    }
  }
}
