import { ensure } from '../ensure';
import type { Fault, Problem } from '../fields';
import type { FunctionChartProps } from '../function';
import { type HostClaim, HostClaims, type HostRights } from '../function/routing/host-claims';
import { type ClusterNames, defaultHosts, hostFault, type Place, placeOf } from '../function/routing/hosts';
import { hiddenBy, loss, routeKeys, showRoute } from '../function/routing/route-key';

/** Who claims which routes in one environment: the interceptor takes one of two equal ones, silently. */
export class Routes {
  private readonly owners = new Map<string, string>();
  private readonly hosts = new HostClaims();
  private readonly allowedHosts = new Map<string, readonly string[]>();
  private readonly claims: { readonly claim: HostClaim; readonly report: (faults: Fault[]) => void }[] = [];

  constructor(
    private readonly environment: ClusterNames & { readonly domain: string; readonly requireAllowedHosts?: boolean },
  ) {}

  /** The hosts of a function, as it says or by default. */
  public hostsOf(props: FunctionChartProps, namespace: string): string[] {
    if (props.http === false) return [];
    return props.hosts ?? defaultHosts(this.placeOf(props, namespace))!;
  }

  /** Registers which hosts the functions of a project may have besides the default ones. */
  public allow(project: string, hosts: readonly string[] | undefined): void {
    if (hosts) this.allowedHosts.set(project, hosts);
  }

  /** Registers the routes of a function; reports hosts that no request can take. */
  public claim(path: string, namespace: string, props: FunctionChartProps, tell: (found: Problem[]) => void): void {
    const place = this.placeOf(props, namespace);
    this.hostsOf(props, namespace).forEach((host, index) => {
      const report = (faults: Fault[]) =>
        tell(faults.map((fault) => ({ path: ['hosts', index], value: host, ...fault })));
      const fault = hostFault(host, place);
      if (fault) report([fault]);
      const routes = routeKeys([host], props.pathPrefixes, props.headers);
      const claim = { host, project: props.project, namespace, name: props.name!, owner: path, routes };
      this.hosts.add(claim);
      for (const route of routes) ensure(this.owners, route, () => path);
      this.claims.push({ claim, report });
    });
  }

  /**
   * Reports routes that another file has already, hosts of other projects, and routes that lose requests to others.
   * Complete only when every function has claimed its own.
   */
  public checkAll(): void {
    const { domain, clusterDomain, requireAllowedHosts: strict = false } = this.environment;
    const rights: HostRights = { domain, clusterDomain, strict, allowedHosts: this.allowedHosts };
    for (const { claim, report } of this.claims) {
      const foreign = this.hosts.fault(claim, rights);
      report([
        ...claim.routes.flatMap((route) => this.twin(claim, route) ?? []),
        ...(foreign ? [foreign] : []),
        ...claim.routes.flatMap((route) => this.loss(route) ?? []),
      ]);
    }
  }

  private twin({ host, owner: path }: HostClaim, route: string): Fault | undefined {
    const owner = this.owners.get(route)!;
    if (owner === path) return undefined;
    const below = showRoute(route)
      .slice(host.length)
      .replace(/^ with /, '');
    const reason = `${below && `with "${below}" `}leads to ${path} and to ${owner}`;
    return { reason, allowed: 'one function per host, path and headers' };
  }

  private loss(route: string): Fault | undefined {
    const hidden = hiddenBy(route, this.owners);
    return hidden === undefined ? undefined : loss(route, this.owners.get(hidden)!);
  }

  private placeOf({ project, name, visibility, target }: FunctionChartProps, namespace: string): Place {
    return placeOf({ project, name: name! }, { namespace, visibility, target }, this.environment);
  }
}
