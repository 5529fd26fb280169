import type { TunnelOriginProps } from './tunnel-config';

/** How cloudflared connects to what a rule leads to. */
export interface TunnelRuleOriginProps extends TunnelOriginProps {
  /** The Host header of requests. @default - that of the client */
  readonly httpHostHeader?: string;
  /** Name that the certificate of the service has to be for. @default - the host of the service */
  readonly originServerName?: string;
  /** Whether the certificate of the service is taken unseen. @default - not: it is checked */
  readonly noTlsVerify?: boolean;
  /** Whether HTTP/2 is spoken to the service, over TLS: gRPC needs it. @default - not: HTTP/1.1 */
  readonly http2Origin?: boolean;
  /** Whether requests have a length instead of chunks, as WSGI servers need it. @default - not: as the client sends them */
  readonly disableChunkedEncoding?: boolean;
}

/** A rule of a tunnel that does not lead to the functions: it stands before theirs, and the first that fits is taken. */
export interface TunnelRule {
  /** Host of the requests, `*.` allowed in front, which covers all levels. Its DNS record is not made here. @default - any host */
  readonly hostname?: string;
  /** Regular expression of Go for a part of the requests' path. @default - any path */
  readonly path?: string;
  /**
   * Where the requests go: `http://<service>.<namespace>.svc:<port>`, other hosts, `https`, `ws`, `wss`, `tcp`, `ssh`, `rdp` or
   * `smb` in place of `http`, or `http_status:<code>` for an answer of cloudflared itself.
   */
  readonly service: string;
  /** How cloudflared connects to it. @default - as `TunnelRuleOriginProps` says */
  readonly origin?: TunnelRuleOriginProps;
}
