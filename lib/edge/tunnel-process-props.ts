import type { PlacementProps } from '../workload/placement/props';
import type { TrustProps } from '../workload/trust/props';

/** How cloudflared speaks to Cloudflare's edge. */
export enum TunnelProtocol {
  /** QUIC, or HTTP/2 where UDP does not get through. */
  AUTO = 'auto',
  /** QUIC alone, over UDP. */
  QUIC = 'quic',
  /** HTTP/2 alone, over TCP. */
  HTTP2 = 'http2',
}

/** Addresses of Cloudflare's edge to which cloudflared connects. */
export enum EdgeIpVersion {
  AUTO = 'auto',
  IPV4 = 'ipv4',
  IPV6 = 'ipv6',
}

/** How much cloudflared logs. */
export enum TunnelLogLevel {
  /** With the headers of every request and response: with what is secret in them. */
  DEBUG = 'debug',
  INFO = 'info',
  WARN = 'warn',
  ERROR = 'error',
  FATAL = 'fatal',
}

/** How the pods of a tunnel run and connect to Cloudflare. */
export interface TunnelProcessProps extends PlacementProps, TrustProps {
  /** How cloudflared speaks to Cloudflare's edge. @default - that of cloudflared: auto */
  readonly protocol?: TunnelProtocol;
  /** Addresses of Cloudflare's edge. @default - that of cloudflared: auto, with IPv4 first */
  readonly edgeIpVersion?: EdgeIpVersion;
  /** Region of Cloudflare's edge, such as `us`. @default - the nearest of all regions */
  readonly region?: string;
  /** How much cloudflared logs. @default - that of cloudflared: info */
  readonly logLevel?: TunnelLogLevel;
  /**
   * More command-line flags of `cloudflared tunnel` and of its `run`, `--flag` or `--flag=value`. Those that are set, or that a
   * setting carries, are refused.
   * @default - none
   */
  readonly extraArgs?: string[];
  /** Secrets of the namespace, of type `kubernetes.io/dockerconfigjson`, with which the image is pulled. @default - none */
  readonly imagePullSecrets?: string[];
}
