export { CLOUDFLARED_VERSION, CloudflareTunnel, type CloudflareTunnelProps } from './cloudflare-tunnel';
export { type DnsRecord, DnsRecords, type DnsRecordsProps, type DnsSettings, ExternalDns } from './dns-records';
export { Edge, type EdgeDnsProps, type EdgeProps } from './edge';
export { GatewayEdge, type GatewayEdgeProps, type GatewayParentRef } from './gateway-edge';
export type { EdgeHostsProps } from './hosts';
export { IngressEdge, type IngressEdgeProps } from './ingress-edge';
export type { TunnelOriginProps } from './tunnel-config';
export { TunnelMode, type TunnelProps } from './tunnel-mode';
