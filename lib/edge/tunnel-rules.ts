import { type ClusterNames, isInternal } from '../function/routing/hosts';
import { type IngressRule, originRequest } from './tunnel-config';
import type { TunnelMode } from './tunnel-mode';
import type { TunnelRule } from './tunnel-rule-props';

/** Ports that cloudflared takes where a service has none. */
const PORTS: { readonly [scheme: string]: number } = {
  ...{ http: 80, ws: 80, https: 443, wss: 443, tcp: 7864, ssh: 22, rdp: 3389, smb: 445 },
};

/** A service that is a URL. */
interface Origin {
  readonly host: string;
  readonly port: number;
}

/** A rule as cloudflared reads it. */
export function ingressRule(mode: TunnelMode, { hostname, path, service, origin }: TunnelRule): IngressRule {
  return { hostname, path, service, originRequest: originRequest(mode, origin) };
}

/** Where a service is; undefined for an answer of cloudflared itself. */
export function originOf(service: string): Origin | undefined {
  const [, scheme, host, port] = /^([a-z]+):\/\/(.*?)(?::(\d+))?$/.exec(service) ?? [];
  return scheme === undefined ? undefined : { host: host!, port: port ? Number(port) : PORTS[scheme]! };
}

/** Namespace of a Service of the cluster; the empty text for that of whoever asks, undefined for any other host. */
export function namespaceOf(host: string, names: ClusterNames): string | undefined {
  if (host.startsWith('[')) return undefined;
  if (!host.includes('.')) return '';
  return isInternal(host, names)
    ? host
        .split(/\.svc(?:\.|$)/)[0]!
        .split('.')
        .at(-1)
    : undefined;
}

/** Rules that take every request of a host of the functions, which stands after them. */
export function shadows(rules: readonly TunnelRule[], hosts: readonly string[]): string[] {
  return rules.flatMap(({ hostname, path }, index) =>
    hostname === undefined || path !== undefined
      ? []
      : hosts
          .filter((host) => host === hostname || (hostname.startsWith('*.') && host.endsWith(hostname.slice(1))))
          .map(
            (host) =>
              `rules[${index}].hostname "${hostname}" takes every request of "${host}"; allowed: a path, or other hosts`,
          ),
  );
}
