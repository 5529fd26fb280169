import type { Duration } from 'cdk8s';
import type { Resources } from '../workload/resources';
import type { ExternalDns } from './external-dns';
import type { EdgeHostsProps } from './hosts';
import type { TunnelOriginProps } from './tunnel-config';
import type { TunnelMode } from './tunnel-mode';
import type { TunnelProcessProps } from './tunnel-process-props';
import type { TunnelRule } from './tunnel-rule-props';

export interface CloudflareTunnelProps extends EdgeHostsProps, TunnelProcessProps {
  /** Which tunnel, and where its rules live: `TunnelMode.local` or `TunnelMode.remote`. */
  readonly mode: TunnelMode;
  /** How cloudflared connects to the interceptor. @default - as `TunnelOriginProps` says */
  readonly origin?: TunnelOriginProps;
  /**
   * Rules for what is not a function. They stand before those of the functions; what they lead to the pods may reach.
   * @default - none
   */
  readonly rules?: TunnelRule[];
  /** Namespace of the tunnel's pods. @default "cloudflared" */
  readonly namespace?: string;
  /** Whether the namespace is made here; else it has to exist. @default true */
  readonly createNamespace?: boolean;
  /** Name of the objects; another one for a second tunnel in a namespace. @default "cloudflared" */
  readonly name?: string;
  /** Image with a tag other than `latest`, or with a digest. @default "cloudflare/cloudflared:2026.8.2" */
  readonly image?: string;
  /** Number of pods, at least 1. Not scaled: a pod that goes takes its connections along. @default 2 */
  readonly replicas?: number;
  /** CPU and memory of a pod. @default - requests 50 millicores and 64 MiB, limit 256 MiB */
  readonly resources?: Resources;
  /** How long a pod that stops waits for requests in flight; whole seconds, at most 180. @default Duration.seconds(30) */
  readonly gracePeriod?: Duration;
  /** Whether the pods reach only DNS, the interceptor, Cloudflare and what `rules` lead to, and are reached only at their metrics. @default true */
  readonly networkPolicy?: boolean;
  /** Zone at Cloudflare that holds the hosts, from which the depth of a host is counted. @default - the last two labels of each host */
  readonly zone?: string;
  /** Whether certificates cover hosts more than one level below the zone, so that nothing warns of them. @default false */
  readonly advancedCertificate?: boolean;
}

/** Where the pods are that send requests on to the interceptor. */
export interface ControllerProps {
  /** Their namespace, the only one that the NetworkPolicy of the interceptor then lets in. @default - not known: anybody is let in */
  readonly controllerNamespace?: string;
}

export interface GatewayEdgeProps extends EdgeHostsProps, ControllerProps {
  /** The Gateways that the route is attached to, at least one; each, or each listener of it, once. */
  readonly parentRefs: GatewayParentRef[];
  /** Namespace of the route; has to exist. In another one than KEDA's, a ReferenceGrant lets the route in. @default - that of KEDA */
  readonly namespace?: string;
  /** Name of the objects. @default "functions" */
  readonly name?: string;
  /**
   * Longest time from a request to its response's end; whole seconds, 0 for no limit.
   * @default - the longest that a function of the cluster may take until its response's header
   */
  readonly requestTimeout?: Duration;
  /**
   * Hosts whose requests are shared out by weight among versions of a function, each host once. Needs a Gateway that
   * changes headers for one backend of several, which docs/how-to/versions.md lists.
   * @default - none
   */
  readonly splits?: GatewaySplit[];
}

/** The versions of a function that share the requests for a host. */
export interface GatewaySplit {
  /** A host that all the versions have, no wildcard. */
  readonly host: string;
  /** Name of the header by which the interceptor tells the versions apart. */
  readonly header: string;
  /** Percentage of the requests for each value of the header; the rest goes to the function without headers. */
  readonly weights: { [value: string]: number };
}

/** A Gateway that the route is attached to. */
export interface GatewayParentRef {
  /** Name of the Gateway. */
  readonly name: string;
  /** Namespace of the Gateway. @default - that of the route */
  readonly namespace?: string;
  /** Name of one of its listeners. @default - all of them */
  readonly sectionName?: string;
  /** Port of its listeners. @default - any */
  readonly port?: number;
}

export interface IngressEdgeProps extends EdgeHostsProps, ControllerProps {
  /** Name of the IngressClass. @default - the default class of the cluster */
  readonly className?: string;
  /** Secret with the certificate of all hosts, in KEDA's namespace. @default - no TLS here */
  readonly tlsSecret?: string;
  /** Annotations that the controller reads, such as its timeouts: a cold start may take longer than its default. @default - none */
  readonly annotations?: { [key: string]: string };
  /** Name of the Ingress. @default "functions" */
  readonly name?: string;
}

/** Settings of DNS records, whatever they lead to. */
export interface DnsSettings extends EdgeHostsProps {
  /** Whether Cloudflare stands between client and target. @default - true for a tunnel, which needs it; else not said */
  readonly proxied?: boolean;
  /** How long a resolver keeps a record, whole seconds; Cloudflare decides it where it is proxied. @default - that of the provider */
  readonly ttl?: Duration;
  /** Release of external-dns in the cluster. @default ExternalDns.SINCE_0_22 */
  readonly externalDns?: ExternalDns;
  /** Namespace of the DNSEndpoint; has to exist, and external-dns has to watch it. @default - that of KEDA */
  readonly namespace?: string;
  /** Name of the DNSEndpoint. @default "functions" */
  readonly name?: string;
}

export interface DnsRecordsProps extends DnsSettings {
  /** What the hosts lead to: a host name such as `CloudflareTunnel.dnsTarget`, or an IP address. */
  readonly target: string;
}

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
