import type { IConstruct } from 'constructs';
import { DEFAULT_CLUSTER_DOMAIN, Environment } from '../../environment';
import { reject } from '../../errors';
import { describe, type Fault } from '../../fields/index';
import type { FunctionNames, Naming } from '../../naming';
import { isHost } from '../../values/names';
import type { FunctionTargetProps } from '../target/props';
import { Visibility } from './props';

/** What says which names are those of a cluster. */
export interface ClusterNames {
  readonly clusterDomain: string;
  readonly naming: Naming;
}

/** Those of the cluster that a construct belongs to. */
export function clusterNamesOf(construct: IConstruct): ClusterNames {
  return { clusterDomain: Environment.clusterDomainOf(construct), naming: Environment.namingOf(construct) };
}

/** What says where a function is found. */
export interface Place extends ClusterNames {
  readonly name: string;
  /** Name of its own Service. */
  readonly service: string;
  readonly namespace: string;
  /** @default - no default host */
  readonly domain?: string;
  /** @default Visibility.PUBLIC */
  readonly visibility?: Visibility;
}

/** Whether a host is known within a cluster alone: no DNS record, and no rule of an edge, leads to it. */
export function isInternal(host: string, { clusterDomain, naming }: ClusterNames): boolean {
  const [, namespace, ...rest] = host.split('.');
  return (
    namespace === undefined ||
    /\.svc$/.test(host) ||
    (rest.length === 0 && naming.isNamespace(namespace)) ||
    [clusterDomain, DEFAULT_CLUSTER_DOMAIN].some((domain) => host === domain || host.endsWith(`.${domain}`))
  );
}

/** As above, for a host of a function, whose namespace may have any name. */
export function isInternalOf(place: Place, host: string): boolean {
  return isInternal(host, place) || host.slice(host.indexOf('.') + 1) === place.namespace;
}

/** The hosts of a function that names none; undefined where nothing says under which domain. */
export function defaultHosts({ name, namespace, clusterDomain, domain, visibility }: Place): string[] | undefined {
  const service = `${name}.${namespace}`;
  if (visibility === Visibility.INTERNAL) return [service, `${service}.svc`, `${service}.svc.${clusterDomain}`];
  return domain === undefined ? undefined : [`${name}.${domain}`];
}

/** Where a function is, by its names, its namespace and its environment. */
export function placeOf(
  names: FunctionNames,
  { namespace, visibility, target }: Pick<Place, 'namespace' | 'visibility'> & FunctionTargetProps,
  { domain, clusterDomain, naming }: ClusterNames & { readonly domain?: string },
): Place {
  return {
    name: names.name,
    service: target?.service ?? target?.name ?? naming.objectOf(names),
    namespace,
    visibility,
    domain,
    clusterDomain,
    naming,
  };
}

/** The hosts that lead to a function, as given or by default. */
export function requireHosts(scope: IConstruct, given: string[] | undefined, place: Place): string[] {
  const hosts = given ?? defaultHosts(place);
  if (!hosts) {
    reject(scope, 'hosts is missing; allowed: at least one host, or an Environment around the function with a domain');
  }
  hosts.forEach((host, index) => {
    if (!given && !isHost(host)) {
      reject(scope, `host "${host}" is too long for the default; allowed: a shorter name, or hosts`);
    }
    const fault = hostFault(host, place);
    if (fault) reject(scope, describe({ path: ['hosts', index], value: host, ...fault }));
  });
  return hosts;
}

/** Why no request for a host reaches the function, or one from where it shall not be called. */
export function hostFault(host: string, place: Place): Fault | undefined {
  const { name, service, namespace, clusterDomain } = place;
  const internal = isInternalOf(place, host);
  if (place.visibility === Visibility.INTERNAL && !internal) {
    return {
      reason: 'is public',
      allowed: `with visibility internal: ${defaultHosts(place)!.join(', ')}, and the like`,
    };
  }
  const elsewhere = `.${DEFAULT_CLUSTER_DOMAIN}`;
  if (host.endsWith(elsewhere) && !`.${clusterDomain}`.endsWith(elsewhere)) {
    return { reason: "is not in the cluster's domain", allowed: `names that end with ".${clusterDomain}"` };
  }
  const alias = aliasOf(host, place);
  if (alias === service) {
    return {
      reason: "is the function's own Service, past the interceptor",
      allowed: name === service ? `hosts of other names than ${service}` : `${name}.${namespace}`,
    };
  }
  // what a Service's name may be
  if (alias !== undefined && !/^[a-z]/.test(alias)) {
    return { reason: "begins with a digit, which a Service's name must not", allowed: 'a letter first' };
  }
  return undefined;
}

/** Names of the Services that internal hosts in the function's own namespace need, sorted as the hosts are. */
export function aliasesOf(hosts: readonly string[], place: Place): string[] {
  return [...new Set(hosts.flatMap((host) => aliasOf(host, place) ?? []))];
}

function aliasOf(host: string, { namespace, clusterDomain }: Place): string | undefined {
  const [service, ...rest] = host.split('.');
  const within = [namespace, `${namespace}.svc`, `${namespace}.svc.${clusterDomain}`];
  return service !== '*' && within.includes(rest.join('.')) ? service : undefined;
}
