import { Duration } from 'cdk8s';
import { goDuration } from '../values/duration';
import { toYaml } from '../values/yaml';
import type { TunnelMode } from './tunnel-mode';

/**
 * How cloudflared connects to the interceptor. There is no Host header to set: the interceptor routes by the one that
 * the client sent. Durations of a remote tunnel are whole seconds.
 */
export interface TunnelOriginProps {
  /** Longest time to open a connection. @default Duration.seconds(30) */
  readonly connectTimeout?: Duration;
  /** Longest time of a TLS handshake. @default - that of cloudflared, 10 seconds */
  readonly tlsTimeout?: Duration;
  /** Time between two TCP keep-alive probes. @default - that of cloudflared, 30 seconds */
  readonly tcpKeepAlive?: Duration;
  /** Time after which an idle connection is closed. @default Duration.seconds(90) */
  readonly keepAliveTimeout?: Duration;
  /** Most idle connections kept open, at least 1. @default - that of cloudflared, 100 */
  readonly keepAliveConnections?: number;
  /** Whether IPv4 is not tried beside IPv6 when a connection is slow. @default true */
  readonly noHappyEyeballs?: boolean;
}

/** The defaults. */
export const ORIGIN_DEFAULTS = {
  connectTimeout: Duration.seconds(30),
  keepAliveTimeout: Duration.seconds(90),
  noHappyEyeballs: true,
} as const;

const CATCH_ALL = { service: 'http_status:404' };

/** The file in which a local tunnel has its credentials. */
export const CREDENTIALS_FILE = '/etc/cloudflared/secret/credentials.json';

type OriginRequest = { readonly [field: string]: string | number | boolean };

/** A rule as cloudflared reads it. */
export interface IngressRule {
  readonly hostname?: string;
  readonly path?: string;
  readonly service: string;
  readonly originRequest?: OriginRequest;
}

/** `originRequest` as the mode writes it: Go durations in a file, whole seconds in JSON. */
export function originRequest(mode: TunnelMode, props: TunnelOriginProps = {}): OriginRequest {
  const write = (value: unknown) => {
    if (!(value instanceof Duration)) return value;
    return mode.isLocal ? goDuration(value) : value.toSeconds();
  };
  const { keepAliveConnections, ...rest } = { ...ORIGIN_DEFAULTS, ...definedIn(props) };
  return Object.fromEntries(
    Object.entries({ ...rest, ...(keepAliveConnections !== undefined && { keepAliveConnections }) }).map(
      ([prop, value]) => [FIELDS[prop] ?? prop, write(value)],
    ),
  ) as OriginRequest;
}

/** What cloudflared calls otherwise than a prop may be called here. */
const FIELDS: { readonly [prop: string]: string } = { noTlsVerify: 'noTLSVerify' };

function definedIn(props: TunnelOriginProps): TunnelOriginProps {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
}

/** The configuration file of a local tunnel. What answers for every other host is at the end of its rules. */
export function localConfig(tunnelId: string, rules: IngressRule[]): string {
  const config = { tunnel: tunnelId, 'credentials-file': CREDENTIALS_FILE, ingress: [...rules, CATCH_ALL] };
  return toYaml(JSON.parse(JSON.stringify(config)));
}

/** The body of Cloudflare's API call that configures a remote tunnel. */
export function remoteConfig(rules: IngressRule[]): string {
  return `${JSON.stringify({ config: { ingress: [...rules, CATCH_ALL] } }, null, 2)}\n`;
}
