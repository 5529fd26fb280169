import { ensure } from '../../ensure';
import type { Fault } from '../../fields/index';

/** A host that a function has. */
export interface HostClaim {
  readonly host: string;
  readonly project: string;
  readonly namespace: string;
  /** Name of the function. */
  readonly name: string;
  /** The function, as it is shown. */
  readonly owner: string;
  /** The keys of its routes for this host. */
  readonly routes: readonly string[];
}

/** What is known of the cluster and its projects. */
export interface HostRights {
  readonly domain?: string;
  readonly clusterDomain: string;
  /** Whether a project without `allowedHosts` has none but the default ones. */
  readonly strict: boolean;
  /** Of each project that has them. */
  readonly allowedHosts: ReadonlyMap<string, readonly string[]>;
}

interface Holder extends HostClaim {
  readonly taken: Set<string>;
}

/** Whose a host is: by `allowedHosts`, by the names of functions, or of whoever took it. */
enum Right {
  TAKEN,
  DEFAULT,
  ALLOWED,
}

/** Which project may have which hosts: the interceptor routes by them alone, and knows no owners. */
export class HostClaims {
  /** Its first claim of each project, with the routes of all. */
  private readonly byHost = new Map<string, Map<string, Holder>>();
  /** One claim a project of what is below a name. */
  private readonly below = new Map<string, Map<string, HostClaim>>();
  private readonly functions = new Map<string, Set<string>>();
  private readonly namespaces = new Map<string, HostClaim>();

  public add(claim: HostClaim): void {
    const { host, project, namespace, name } = claim;
    const holders = ensure(this.byHost, host, () => new Map());
    const { taken } = ensure(holders, project, () => ({ ...claim, taken: new Set() }));
    for (const route of claim.routes) taken.add(route);
    for (const above of namesAbove(host)) ensure(this.below, above, () => new Map()).set(project, claim);
    ensure(this.functions, project, () => new Set()).add(name);
    ensure(this.namespaces, namespace, () => claim);
  }

  /** What is wrong with a claim, if anything. Complete only when every function has made its own. */
  public fault(claim: HostClaim, rights: HostRights): Fault | undefined {
    const { host, project } = claim;
    const right = this.rightTo(claim, rights);
    const allowed = rights.allowedHosts.get(project);
    if (right === Right.TAKEN && (allowed || rights.strict)) {
      const hosts = [`<function>.${rights.domain ?? '<domain>'} and below`, ...(allowed ?? [])];
      return { reason: `is not among the allowedHosts of the project ${project}`, allowed: hosts.join(', ') };
    }
    const others = <T extends HostClaim>(claims?: ReadonlyMap<string, T>) =>
      [...(claims?.values() ?? [])].filter((each) => each.project !== project);
    const sharers = others(this.byHost.get(host));
    // of equal routes it is said elsewhere
    if (sharers.some(({ taken }) => claim.routes.some((route) => taken.has(route)))) return undefined;
    if (right === Right.ALLOWED) return undefined;
    const sharer = sharers.find((other) => this.rightTo(other, rights) >= right);
    if (sharer) return belongs(host, sharer);
    if (right === Right.DEFAULT) return undefined;
    for (const [other, hosts] of rights.allowedHosts) {
      const theirs =
        other === project ? undefined : hosts.find((each) => coversHost(each, host) || coversHost(host, each));
      if (theirs !== undefined) return foreign(`is, by allowedHosts "${theirs}", of the project ${other}`);
    }
    for (const above of namesAbove(host)) {
      const owner = others(this.byHost.get(above)).find((each) => this.rightTo(each, rights) === Right.DEFAULT);
      if (owner) return belongs(above, owner);
    }
    const [covered] = host.startsWith('*.') ? others(this.below.get(host.slice(2))) : [];
    if (covered) return belongs(covered.host, covered);
    const neighbour = this.namespaces.get(namespaceIn(host, rights) ?? '');
    return neighbour && neighbour.namespace !== claim.namespace
      ? foreign(`is in the namespace of the project ${neighbour.project}`)
      : undefined;
  }

  private rightTo({ host, project, namespace }: HostClaim, rights: HostRights): Right {
    const allowed = rights.allowedHosts.get(project);
    if (allowed?.some((each) => coversHost(each, host))) return Right.ALLOWED;
    if (namespaceIn(host, rights) === namespace) return Right.DEFAULT;
    const domain = `.${rights.domain}`;
    if (!host.endsWith(domain)) return Right.TAKEN;
    const name = host.slice(0, -domain.length).split('.').at(-1)!;
    return this.functions.get(project)?.has(name) ? Right.DEFAULT : Right.TAKEN;
  }
}

/** Whether a host, or a wildcard with all that is below it, is all of another one: the interceptor's wildcards go down any depth. */
function coversHost(host: string, other: string): boolean {
  return host === other || (host.startsWith('*.') && other.endsWith(host.slice(1)));
}

function belongs(host: string, { project, owner }: HostClaim): Fault {
  return foreign(`takes "${host}" from ${owner}, of the project ${project}`);
}

function foreign(reason: string): Fault {
  return { reason, allowed: 'hosts of no other project, or one that is in allowedHosts' };
}

/** The namespace that a name of the cluster's own DNS is in. */
function namespaceIn(host: string, { clusterDomain }: HostRights): string | undefined {
  const [, namespace, ...rest] = host.split('.');
  return ['', 'svc', `svc.${clusterDomain}`].includes(rest.join('.')) ? namespace : undefined;
}

/** Of `a.b.test`, `b.test` and `test`. */
function namesAbove(host: string): string[] {
  const labels = host.split('.');
  return labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'));
}
