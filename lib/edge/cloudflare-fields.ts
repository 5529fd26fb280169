import { Duration } from 'cdk8s';
import { boolean, duration, type Fields, inline, integer, list, object, oneOf, Table, text, variant } from '../fields';
import { dataKey, dnsLabel, FLAG, host, image, objectName } from '../fields/names';
import { RESOURCES } from '../workload/fields';
import { PLACEMENT_FIELDS } from '../workload/placement/fields';
import { TRUST_FIELDS } from '../workload/trust/fields';
import { HOSTS_FIELDS } from './hosts-fields';
import type { CloudflareTunnelProps } from './props';
import { goPatternFault, RULE_RULES, TUNNEL_RULES } from './tunnel-checks';
import { ORIGIN_DEFAULTS, type TunnelOriginProps } from './tunnel-config';
import { CLOUDFLARED_VERSION } from './tunnel-defaults';
import { tunnelFlagFault } from './tunnel-flags';
import { TunnelMode, type TunnelProps } from './tunnel-mode';
import { EdgeIpVersion, TunnelLogLevel, type TunnelProcessProps, TunnelProtocol } from './tunnel-process-props';
import type { TunnelRule, TunnelRuleOriginProps } from './tunnel-rule-props';

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

const ruleOrigin = {
  ...origin,
  httpHostHeader: host(),
  originServerName: host(),
  noTlsVerify: boolean(),
  http2Origin: boolean(),
  disableChunkedEncoding: boolean(),
} satisfies Fields<TunnelRuleOriginProps>;

const rule = {
  hostname: host({ wildcard: true }),
  path: text({ fault: goPatternFault }),
  service: {
    ...text({
      pattern: /^((https?|wss?|tcp|ssh|rdp|smb):\/\/[A-Za-z0-9[][A-Za-z0-9.:[\]-]*|http_status:[1-9][0-9]{2})$/,
      allowed: '<scheme>://<host>[:<port>], or http_status:<code>',
    }),
    required: true,
  },
  origin: object(new Table<TunnelRuleOriginProps>('TunnelRuleOriginProps', ruleOrigin)),
} satisfies Fields<TunnelRule>;

const process = {
  ...PLACEMENT_FIELDS,
  ...TRUST_FIELDS,
  protocol: oneOf(TunnelProtocol),
  edgeIpVersion: oneOf(EdgeIpVersion),
  region: text({ pattern: /^[a-z0-9-]+$/, allowed: 'a region such as us' }),
  logLevel: oneOf(TunnelLogLevel),
  extraArgs: list(text({ ...FLAG, fault: tunnelFlagFault })),
  imagePullSecrets: list(objectName()),
} satisfies Fields<TunnelProcessProps>;

const cloudflare = {
  ...HOSTS_FIELDS,
  mode: {
    ...variant<TunnelMode, TunnelProps>(
      { local: { table: TUNNEL, make: TunnelMode.local }, remote: { table: TUNNEL, make: TunnelMode.remote } },
      (mode) => (mode instanceof TunnelMode ? { key: mode.name, props: mode } : undefined),
      'TunnelMode.local(…) or TunnelMode.remote(…)',
    ),
    required: true,
  },
  origin: object(new Table<TunnelOriginProps, typeof origin>('TunnelOriginProps', origin)),
  rules: list(object(new Table<TunnelRule>('TunnelRule', rule, RULE_RULES))),
  ...process,
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

export const CLOUDFLARE = new Table<CloudflareTunnelProps, typeof cloudflare>(
  'CloudflareTunnelProps',
  cloudflare,
  TUNNEL_RULES,
);
