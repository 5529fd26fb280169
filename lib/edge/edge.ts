import { Construct } from 'constructs';
import { resolve } from '../fields';
import { requireId } from '../ids';
import { CloudflareTunnel } from './cloudflare-tunnel';
import { DnsRecords } from './dns-records';
import { EDGE } from './fields';
import { GatewayEdge } from './gateway-edge';
import { IngressEdge } from './ingress-edge';
import type { EdgeProps } from './props';

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
