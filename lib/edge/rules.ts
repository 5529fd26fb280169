import { type Breach, exactlyOne, notWhere, type Rule } from '../fields';
import type { EdgeDnsProps, EdgeProps, GatewayEdgeProps, GatewayParentRef, GatewaySplit } from './props';

const EDGE_KINDS = ['cloudflare', 'gateway', 'ingress'] as const;

export const GATEWAY_RULES: Rule<GatewayEdgeProps>[] = [
  { props: ['parentRefs'], check: checkParents },
  {
    props: ['splits'],
    check({ splits = [] }) {
      const hosts = splits.map(({ host }) => host);
      const again = hosts.findIndex((host, index) => hosts.indexOf(host) < index);
      return again < 0
        ? undefined
        : { prop: 'splits', item: [again, 'host'], reason: 'is split already', allowed: 'each host once' };
    },
  },
];

export const SPLIT_RULES: Rule<GatewaySplit>[] = [
  {
    props: ['weights'],
    check({ weights }) {
      const sum = Object.values(weights).reduce((all, weight) => all + weight, 0);
      if (Object.keys(weights).length === 0)
        return { prop: 'weights', reason: 'names no version', allowed: 'at least one' };
      return sum > 100 ? { prop: 'weights', reason: `add up to ${sum}`, allowed: 'at most 100' } : undefined;
    },
  },
];

export const DNS_RULES: Rule<EdgeDnsProps>[] = [
  ...notWhere<EdgeDnsProps>(['proxied'], ['target'], ({ target, proxied }) => isTunnel(target) && !proxied, {
    reason: 'leads nowhere, since a tunnel is reached only through Cloudflare',
    allowed: 'true',
  }),
  ...notWhere<EdgeDnsProps>(['ttl'], ['target', 'proxied'], ({ target, proxied = isTunnel(target) }) => proxied, {
    reason: 'has no effect on a proxied record',
    allowed: 'none',
  }),
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
