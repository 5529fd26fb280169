import { isIP } from 'node:net';
import { Duration } from 'cdk8s';
import { anyText, boolean, duration, type Fields, integer, list, map, object, oneOf, Table } from '../fields';
import { annotationKey, checked, dnsLabel, host, objectName } from '../fields/names';
import { headerName, headerValue, unseenFault } from '../function/routing/headers';
import { isHost } from '../values/names';
import { CLOUDFLARE } from './cloudflare-fields';
import { ExternalDns } from './external-dns';
import { HOSTS_FIELDS } from './hosts-fields';
import type {
  DnsRecordsProps,
  EdgeDnsProps,
  EdgeProps,
  GatewayEdgeProps,
  GatewayParentRef,
  GatewaySplit,
  IngressEdgeProps,
} from './props';
import { DNS_RULES, EDGE_RULES, GATEWAY_RULES, SPLIT_RULES } from './rules';

/** The most seconds that the Gateway API's form of a duration takes. */
const MAX_REQUEST_TIMEOUT = Duration.seconds(99_999);

const parent = {
  name: { ...objectName(), required: true },
  namespace: dnsLabel(),
  sectionName: objectName(),
  port: integer(1, 65535),
} satisfies Fields<GatewayParentRef>;

const split = {
  host: { ...host(), required: true },
  header: { ...headerName(unseenFault), required: true },
  weights: { ...map(headerValue(), integer(0, 100)), required: true },
} satisfies Fields<GatewaySplit>;

const gateway = {
  ...HOSTS_FIELDS,
  controllerNamespace: dnsLabel(),
  parentRefs: { ...list(object(new Table<GatewayParentRef>('GatewayParentRef', parent)), { min: 1 }), required: true },
  namespace: dnsLabel(),
  name: { ...dnsLabel(), default: 'functions' },
  requestTimeout: duration({ max: MAX_REQUEST_TIMEOUT, wholeSeconds: true }),
  splits: list(object(new Table<GatewaySplit, typeof split>('GatewaySplit', split, SPLIT_RULES))),
} satisfies Fields<GatewayEdgeProps>;

const ingress = {
  ...HOSTS_FIELDS,
  controllerNamespace: dnsLabel(),
  className: objectName(),
  tlsSecret: objectName(),
  annotations: map(annotationKey(), anyText()),
  name: { ...dnsLabel(), default: 'functions' },
} satisfies Fields<IngressEdgeProps>;

const dns = {
  ...HOSTS_FIELDS,
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

export const EDGE = new Table<EdgeProps, typeof fields>('EdgeProps', fields, EDGE_RULES);
