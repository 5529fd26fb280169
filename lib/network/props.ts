/** Whether pods may call what is outside of the cluster. */
export enum Egress {
  /** Everything but the metadata addresses of clouds, link-local addresses and the nodes, as far as they are known. */
  OPEN = 'open',
  /** DNS, and what is declared. */
  CLOSED = 'closed',
}

/** Label of pods that the NetworkPolicy of a project does not let out. */
export const CLOSED = { 'cdk8s-keda-functions/egress': Egress.CLOSED };

/** The other end of a connection: pods, or addresses. */
export interface NetworkPeer {
  /** Namespace of pods. @default - addresses are meant */
  readonly namespace?: string;
  /** Labels of the pods in that namespace. @default - all of them */
  readonly podLabels?: { [key: string]: string };
  /** Addresses, such as `10.0.0.0/8`; a network plugin may not count pods and nodes among them. @default - pods are meant */
  readonly cidr?: string;
  /** TCP ports of the one that is called. @default - all ports, of every protocol */
  readonly ports?: number[];
}

/** What NetworkPolicies have to know of a cluster. */
export interface NetworkProps {
  /**
   * Addresses from which the API server calls the metrics server and the webhooks: those of the control plane's nodes, of a
   * managed control plane, or of the agents of its tunnel.
   * @default - anywhere, on that one port
   */
  readonly apiServerCidrs?: string[];
  /** TCP ports at which pods reach the API server: that of its Service and that of its own. @default [443, 6443] */
  readonly apiServerPorts?: number[];
  /** Addresses of the nodes, which functions and KEDA's operator then do not reach. @default - not known, so only a plugin that keeps nodes apart closes them */
  readonly nodeCidrs?: string[];
  /** Ports of DNS: that of its Service and that of its pods. @default [53] */
  readonly dnsPorts?: number[];
}
