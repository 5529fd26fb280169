export { CloudflareTunnel } from './cloudflare-tunnel';
export { type DnsRecord, DnsRecords } from './dns-records';
export { Edge } from './edge';
export { ExternalDns } from './external-dns';
export { GatewayEdge } from './gateway-edge';
export type { EdgeHostsProps } from './hosts';
export { IngressEdge } from './ingress-edge';
export type {
  CloudflareTunnelProps,
  DnsRecordsProps,
  DnsSettings,
  EdgeDnsProps,
  EdgeProps,
  GatewayEdgeProps,
  GatewayParentRef,
  GatewaySplit,
  IngressEdgeProps,
} from './props';
export type { TunnelOriginProps } from './tunnel-config';
export { CLOUDFLARED_VERSION } from './tunnel-defaults';
export { TunnelMode, type TunnelProps } from './tunnel-mode';
export { EdgeIpVersion, TunnelLogLevel, type TunnelProcessProps, TunnelProtocol } from './tunnel-process-props';
export type { TunnelRule, TunnelRuleOriginProps } from './tunnel-rule-props';
