import type { Construct } from 'constructs';
import {
  CloudflareTunnel,
  DnsRecords,
  Edge,
  type EdgeProps,
  type ExternalDns,
  GatewayEdge,
  type GatewayParentRef,
  IngressEdge,
  TunnelMode,
  type TunnelProps,
} from '../edge';
import { TUNNEL_DEFAULTS } from '../edge/cloudflare-tunnel';
import { type Problems, problemOf } from './problems';
import { optional, parseCpu, parseDuration, parseMemory } from './quantities';
import type { Source } from './read';

interface CloudflareSettings {
  readonly local?: TunnelProps;
  readonly remote?: TunnelProps;
  readonly hosts?: string[];
  readonly origin?: {
    readonly connectTimeout?: string;
    readonly tlsTimeout?: string;
    readonly tcpKeepAlive?: string;
    readonly keepAliveTimeout?: string;
    readonly keepAliveConnections?: number;
    readonly noHappyEyeballs?: boolean;
  };
  readonly namespace?: string;
  readonly createNamespace?: boolean;
  readonly name?: string;
  readonly image?: string;
  readonly replicas?: number;
  readonly cpu?: string | number;
  readonly cpuLimit?: string | number;
  readonly memory?: string;
  readonly memoryLimit?: string;
  readonly gracePeriod?: string;
  readonly networkPolicy?: boolean;
  readonly zone?: string;
  readonly advancedCertificate?: boolean;
}

/** An edge's settings as YAML has them, after the schema has accepted them. */
export interface EdgeSettings {
  readonly cloudflare?: CloudflareSettings;
  readonly gateway?: {
    readonly parentRefs: GatewayParentRef[];
    readonly hosts?: string[];
    readonly namespace?: string;
    readonly name?: string;
    readonly requestTimeout?: string;
  };
  readonly ingress?: {
    readonly className?: string;
    readonly tlsSecret?: string;
    readonly annotations?: { [key: string]: string };
    readonly hosts?: string[];
    readonly name?: string;
  };
  readonly dns?: {
    readonly target?: string;
    readonly proxied?: boolean;
    readonly ttl?: string;
    readonly externalDns?: ExternalDns;
    readonly hosts?: string[];
    readonly namespace?: string;
    readonly name?: string;
  };
}

/** The props of an edge, if its settings say which one it is; `checkEdge` reports when they do not. */
export function edgeProps({ cloudflare, gateway, ingress, dns }: EdgeSettings): EdgeProps {
  return {
    cloudflare: optional(cloudflare, cloudflareProps),
    gateway: gateway && { ...gateway, requestTimeout: optional(gateway.requestTimeout, parseDuration) },
    ingress,
    dns: dns && { ...dns, ttl: optional(dns.ttl, parseDuration) },
  };
}

function cloudflareProps(settings: CloudflareSettings): EdgeProps['cloudflare'] {
  const { local, remote, origin, cpu, cpuLimit, memory, memoryLimit, gracePeriod, ...same } = settings;
  const own = [cpu, cpuLimit, memory, memoryLimit].some((value) => value !== undefined);
  const defaults = TUNNEL_DEFAULTS.resources;
  return {
    ...same,
    mode: remote ? TunnelMode.remote(remote) : TunnelMode.local(local ?? { tunnelId: '' }),
    origin: origin && {
      ...origin,
      connectTimeout: optional(origin.connectTimeout, parseDuration),
      tlsTimeout: optional(origin.tlsTimeout, parseDuration),
      tcpKeepAlive: optional(origin.tcpKeepAlive, parseDuration),
      keepAliveTimeout: optional(origin.keepAliveTimeout, parseDuration),
    },
    resources: own
      ? {
          cpuRequest: optional(cpu, parseCpu) ?? defaults.cpuRequest,
          cpuLimit: optional(cpuLimit, parseCpu),
          memoryRequest: optional(memory, parseMemory) ?? defaults.memoryRequest,
          memoryLimit: optional(memoryLimit, parseMemory) ?? defaults.memoryLimit,
        }
      : undefined,
    gracePeriod: optional(gracePeriod, parseDuration),
  };
}

/** Reports settings that the schema accepts and the constructs of an edge would refuse. */
export function checkEdge(settings: EdgeSettings, source: Source, problems: Problems): void {
  const report = (path: readonly string[], problem?: string) => {
    if (problem) problems.add(source.path, source.lineOf(['edge', ...path]), problem.replace(/^check(\/\w+)?: /, ''));
  };
  /** Reports at the field with which the problem begins; each field is checked without the other optional ones. */
  const check = <Props extends object>(
    part: string,
    props: Props | undefined,
    required: (keyof Props)[],
    build: (scope: Construct, props: Props) => unknown,
  ) => {
    if (!props) return;
    const attempt = (keys: (keyof Props)[]) => {
      const own = Object.fromEntries([...required, ...keys].map((key) => [key, props[key]])) as Props;
      const problem = problemOf((scope) => build(scope, own));
      report([part, ...(problem ? fieldOf(problem) : [])], problem);
    };
    for (const key of Object.keys(props) as (keyof Props)[]) attempt([key]);
    attempt(Object.keys(props) as (keyof Props)[]);
  };

  const { cloudflare, gateway, ingress, dns } = edgeProps(settings);
  const { local, remote } = settings.cloudflare ?? {};
  if (cloudflare && !local === !remote) {
    const given = local ? 'local and remote are both given' : 'neither local nor remote is given';
    report(['cloudflare', ...(local ? ['remote'] : [])], `${given}; allowed: exactly one of local, remote`);
  } else {
    check('cloudflare', cloudflare, ['mode'], (scope, props) => new CloudflareTunnel(scope, 'check', props));
  }
  check('gateway', gateway, ['parentRefs'], (scope, props) => new GatewayEdge(scope, 'check', props));
  check('ingress', ingress, [], (scope, props) => new IngressEdge(scope, 'check', props));
  const tunnel = cloudflare && `${cloudflare.mode.tunnelId}.cfargotunnel.com`;
  const target = dns?.target ?? tunnel;
  check(
    'dns',
    dns && target !== undefined ? { ...dns, target } : undefined,
    ['target'],
    (scope, props) => new DnsRecords(scope, 'check', props),
  );
  const charts = {
    cloudflare: cloudflare && { mode: TunnelMode.local({ tunnelId: '00000000-0000-0000-0000-000000000000' }) },
    gateway: gateway && { parentRefs: [{ name: 'any' }] },
    ingress: ingress && {},
    dns: dns && { target: dns.target && 'any.test' },
  };
  const problem = problemOf((scope) => new Edge(scope, 'check', charts));
  report(problem?.includes('dns.target') ? ['dns'] : [], problem);
}

/** The way to the field with which a message begins, such as `origin.tlsTimeout` or `parentRefs[0].name`. */
function fieldOf(problem: string): string[] {
  const [, field] = /^check: ([^ ]*)/.exec(problem)!;
  return field.replace(/\[(\d+)\]/g, '.$1').split('.');
}
