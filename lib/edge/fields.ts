import { isIP } from 'node:net';
import { Duration } from 'cdk8s';
import {
  anyText,
  boolean,
  duration,
  type Fields,
  inline,
  integer,
  list,
  map,
  object,
  oneOf,
  Table,
  text,
  variant,
} from '../fields';
import { annotationKey, checked, dataKey, dnsLabel, host, image, objectName } from '../fields/names';
import { isHost } from '../values/names';
import { RESOURCES } from '../workload/fields';
import { ExternalDns } from './external-dns';
import type { EdgeHostsProps } from './hosts';
import type {
  CloudflareTunnelProps,
  DnsRecordsProps,
  EdgeDnsProps,
  EdgeProps,
  GatewayEdgeProps,
  GatewayParentRef,
  IngressEdgeProps,
} from './props';
import { DNS_RULES, EDGE_RULES, GATEWAY_RULES, TUNNEL_RULES } from './rules';
import { ORIGIN_DEFAULTS, type TunnelOriginProps } from './tunnel-config';
import { CLOUDFLARED_VERSION } from './tunnel-defaults';
import { TunnelMode, type TunnelProps } from './tunnel-mode';

const hosts = {
  hosts: list(host({ wildcard: true }), { min: 1 }),
  kedaNamespace: { ...dnsLabel(), codeOnly: true },
} satisfies Fields<EdgeHostsProps>;

/** The most seconds that the Gateway API's form of a duration takes. */
const MAX_REQUEST_TIMEOUT = Duration.seconds(99_999);

const tunnel = {
  tunnelId: {
    ...text({
      pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      allowed: 'the UUID of a tunnel, 8-4-4-4-12 hex digits in lower case',
    }),
    required: true,
  },
  secretName: objectName(),
  secretKey: dataKey(),
} satisfies Fields<TunnelProps>;

const TUNNEL = new Table<TunnelProps, typeof tunnel>('TunnelProps', tunnel);

// without a limit, a request would wait for an interceptor that is lost
const limit = () => duration({ min: Duration.millis(1) });

const origin = {
  connectTimeout: { ...limit(), default: ORIGIN_DEFAULTS.connectTimeout },
  tlsTimeout: limit(),
  tcpKeepAlive: duration(),
  keepAliveTimeout: { ...duration(), default: ORIGIN_DEFAULTS.keepAliveTimeout },
  keepAliveConnections: integer(1),
  noHappyEyeballs: { ...boolean(), default: ORIGIN_DEFAULTS.noHappyEyeballs },
} satisfies Fields<TunnelOriginProps>;

const cloudflare = {
  ...hosts,
  mode: {
    ...variant<TunnelMode, TunnelProps>(
      { local: { table: TUNNEL, make: TunnelMode.local }, remote: { table: TUNNEL, make: TunnelMode.remote } },
      (mode) => (mode instanceof TunnelMode ? { key: mode.name, props: mode } : undefined),
      'TunnelMode.local(…) or TunnelMode.remote(…)',
    ),
    required: true,
  },
  origin: object(new Table<TunnelOriginProps, typeof origin>('TunnelOriginProps', origin)),
  namespace: { ...dnsLabel(), default: 'cloudflared' },
  createNamespace: { ...boolean(), default: true },
  name: { ...dnsLabel(), default: 'cloudflared' },
  image: { ...image(), default: `cloudflare/cloudflared:${CLOUDFLARED_VERSION}` },
  replicas: { ...integer(1), default: 2 },
  resources: inline(RESOURCES),
  gracePeriod: {
    ...duration({ min: Duration.seconds(1), max: Duration.seconds(180), wholeSeconds: true }),
    default: Duration.seconds(30),
  },
  networkPolicy: { ...boolean(), default: true },
  zone: host(),
  advancedCertificate: { ...boolean(), default: false },
} satisfies Fields<CloudflareTunnelProps>;

const parent = {
  name: { ...objectName(), required: true },
  namespace: dnsLabel(),
  sectionName: objectName(),
  port: integer(1, 65535),
} satisfies Fields<GatewayParentRef>;

const gateway = {
  ...hosts,
  parentRefs: { ...list(object(new Table<GatewayParentRef>('GatewayParentRef', parent)), { min: 1 }), required: true },
  namespace: dnsLabel(),
  name: { ...dnsLabel(), default: 'functions' },
  requestTimeout: duration({ max: MAX_REQUEST_TIMEOUT, wholeSeconds: true }),
} satisfies Fields<GatewayEdgeProps>;

const ingress = {
  ...hosts,
  className: objectName(),
  tlsSecret: objectName(),
  annotations: map(annotationKey(), anyText()),
  name: { ...dnsLabel(), default: 'functions' },
} satisfies Fields<IngressEdgeProps>;

const dns = {
  ...hosts,
  target: checked({
    isValid: (value) => isIP(value) > 0 || isHost(value),
    reason: 'is not the target of a record',
    allowed: 'a host name, or an IP address',
  }),
  proxied: boolean(),
  ttl: duration({ min: Duration.seconds(1), wholeSeconds: true }),
  externalDns: { ...oneOf(ExternalDns), default: ExternalDns.SINCE_0_22 },
  namespace: dnsLabel(),
  name: { ...dnsLabel(), default: 'functions' },
} satisfies Fields<EdgeDnsProps>;

export const CLOUDFLARE = new Table<CloudflareTunnelProps, typeof cloudflare>(
  'CloudflareTunnelProps',
  cloudflare,
  TUNNEL_RULES,
);
export const GATEWAY = new Table<GatewayEdgeProps, typeof gateway>('GatewayEdgeProps', gateway, GATEWAY_RULES);
export const INGRESS = new Table<IngressEdgeProps, typeof ingress>('IngressEdgeProps', ingress);
export const DNS = new Table<EdgeDnsProps, typeof dns>('EdgeDnsProps', dns, DNS_RULES);

const records = { ...dns, target: { ...dns.target, required: true } } satisfies Fields<DnsRecordsProps>;
export const DNS_RECORDS = new Table<DnsRecordsProps, typeof records>('DnsRecordsProps', records, DNS_RULES);

const fields = {
  cloudflare: object(CLOUDFLARE),
  gateway: object(GATEWAY),
  ingress: object(INGRESS),
  dns: object(DNS),
} satisfies Fields<EdgeProps>;

/** The settings of an edge. */
export const EDGE = new Table<EdgeProps, typeof fields>('EdgeProps', fields, EDGE_RULES);
