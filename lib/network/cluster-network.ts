import type { k8s } from 'cdk8s-plus-28';
import { NETWORK } from './fields';
import type { NetworkProps } from './props';
import { addresses, egress, ingress, tcp, udp } from './rules';

/**
 * Where clouds give credentials to whoever asks: link-local, with 169.254.169.254 and the identity agents of EKS and ECS;
 * Alibaba's 100.100.100.200; Azure's WireServer; and the addresses of EC2, EKS and Google in IPv6.
 */
export const METADATA = [
  ...['169.254.0.0/16', '100.100.100.200/32', '168.63.129.16/32'],
  ...['fe80::/10', 'fd00:ec2::254/128', 'fd00:ec2::23/128', 'fd20:ce::254/128'],
];

const EVERYWHERE = ['0.0.0.0/0', '::/0'];

/** Rules for what is the same in every NetworkPolicy of a cluster. */
export class ClusterNetwork {
  private readonly settings;

  /** @param props That are checked. */
  constructor(props: NetworkProps = {}) {
    this.settings = NETWORK.fill(props);
  }

  /** To anywhere: a cluster's DNS may be pods, or a cache at an address of the node. */
  public get dns(): k8s.NetworkPolicyEgressRule {
    return egress({ ports: this.settings.dnsPorts.flatMap((port) => [udp(port), tcp(port)]) });
  }

  /** To anywhere: plugins differ in whether they see the address of its Service or its own, and in what they take that for. */
  public get apiServer(): k8s.NetworkPolicyEgressRule {
    return egress({ ports: this.settings.apiServerPorts.map(tcp) });
  }

  /** All pods of the cluster, and addresses that are not credentials or nodes. */
  public get open(): k8s.NetworkPolicyEgressRule {
    const except = [...METADATA, ...(this.settings.nodeCidrs ?? [])];
    // to some plugins a pod is not an address
    return egress({ peers: [{ namespaceSelector: {} }, ...EVERYWHERE.map((cidr) => addresses(cidr, except))] });
  }

  /** What the API server calls. */
  public fromApiServer(port: number): k8s.NetworkPolicyIngressRule {
    return ingress({ peers: this.settings.apiServerCidrs?.map((cidr) => addresses(cidr)), ports: [tcp(port)] });
  }

  /** What pods on the network of their node call, whose labels no policy sees. */
  public fromNodes(port: number): k8s.NetworkPolicyIngressRule {
    return ingress({ peers: this.settings.nodeCidrs?.map((cidr) => addresses(cidr)), ports: [tcp(port)] });
  }
}
