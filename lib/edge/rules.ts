import type { Duration } from 'cdk8s';
import { type Breach, exactlyOne, type Rule } from '../fields';
import { namespaceFault } from '../values/names';
import { excess } from '../workload/fields';
import type { CloudflareTunnelProps, EdgeDnsProps, EdgeProps, GatewayEdgeProps, GatewayParentRef } from './props';
import { TUNNEL_RESOURCES } from './tunnel-defaults';

/** The kinds of an edge. */
const EDGE_KINDS = ['cloudflare', 'gateway', 'ingress'] as const;

const TIMES = ['connectTimeout', 'tlsTimeout', 'tcpKeepAlive', 'keepAliveTimeout'] as const;

/** Cloudflare's API takes whole seconds, a configuration file any duration. */
export const TUNNEL_RULES: Rule<CloudflareTunnelProps>[] = [
  { props: ['resources'], check: resourcesOf },
  {
    props: ['namespace', 'createNamespace'],
    check({ namespace, createNamespace }) {
      const fault = namespaceFault(namespace, createNamespace);
      return fault && { prop: 'namespace', ...fault };
    },
  },
  {
    props: ['mode', 'origin'],
    check({ mode, origin = {} }) {
      const broken = mode.isLocal ? undefined : TIMES.find((time) => isFraction(origin[time]));
      return (
        broken && { prop: 'origin', item: [broken], reason: 'is a fraction of a second', allowed: 'whole seconds' }
      );
    },
  },
];

/** What a tunnel says of its resources has to agree with the defaults of the rest. */
function resourcesOf({ resources }: CloudflareTunnelProps): Breach | undefined {
  const breach = excess({ ...TUNNEL_RESOURCES, ...resources });
  return breach && { ...breach, prop: 'resources', item: [breach.prop === 'cpuRequest' ? 'cpu' : 'memory'] };
}

export const GATEWAY_RULES: Rule<GatewayEdgeProps>[] = [{ props: ['parentRefs'], check: checkParents }];

export const DNS_RULES: Rule<EdgeDnsProps>[] = [
  {
    props: ['target', 'proxied'],
    check: ({ target, proxied }) =>
      isTunnel(target) && proxied === false
        ? {
            prop: 'proxied',
            reason: 'leads nowhere, since a tunnel is reached only through Cloudflare',
            allowed: 'true',
          }
        : undefined,
  },
  {
    props: ['target', 'proxied', 'ttl'],
    check: ({ target, proxied, ttl }) =>
      ttl && (proxied ?? isTunnel(target))
        ? { prop: 'ttl', reason: 'has no effect on a proxied record', allowed: 'none' }
        : undefined,
  },
];

export const EDGE_RULES: Rule<EdgeProps>[] = [
  exactlyOne(...EDGE_KINDS),
  {
    props: ['cloudflare', 'dns'],
    check({ cloudflare, dns }): Breach | undefined {
      if (!dns || dns.target !== undefined) return undefined;
      if (!cloudflare) {
        return { prop: 'dns', item: ['target'], reason: 'is missing', allowed: 'a host name, or an IP address' };
      }
      const target = tunnelTarget(cloudflare.mode.tunnelId);
      for (const rule of DNS_RULES) {
        const breach = rule.check({ ...dns, target }, dns);
        if (breach) return { ...breach, prop: 'dns', item: [breach.prop!] };
      }
      return undefined;
    },
  },
];

/** The host name that DNS records of a tunnel lead to. */
export function tunnelTarget(tunnelId: string): string {
  return `${tunnelId}.cfargotunnel.com`;
}

export function isTunnel(target = ''): boolean {
  return target.endsWith('.cfargotunnel.com');
}

function checkParents({ parentRefs }: GatewayEdgeProps): Breach | undefined {
  for (const [index, parent] of parentRefs.entries()) {
    const others = parentRefs.slice(0, index).filter((other) => sameGateway(other, parent));
    if (others.some(({ sectionName }) => !sectionName || !parent.sectionName || sectionName === parent.sectionName)) {
      const reason = `names the Gateway "${parent.name}" again`;
      return { prop: 'parentRefs', item: [index], reason, allowed: 'once, or once with each sectionName' };
    }
  }
  return undefined;
}

function sameGateway(a: GatewayParentRef, b: GatewayParentRef): boolean {
  return a.name === b.name && a.namespace === b.namespace;
}

function isFraction(duration?: Duration): boolean {
  return duration !== undefined && duration.toMilliseconds() % 1000 !== 0;
}
