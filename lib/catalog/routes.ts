import type { Fault } from '../fields';
import type { FunctionChartProps } from '../function';
import { HostClaims, type HostRights } from '../function/routing/host-claims';
import { type ClusterNames, defaultHosts, hostFault, type Place, placeOf } from '../function/routing/hosts';
import { hiddenBy, loss, routeKeys, showRoute } from '../function/routing/route-key';
import type { Layers } from './layers';
import type { Problems } from './problems';

/** Who claims which routes in one environment: the interceptor takes one of two equal ones, silently. */
export class Routes {
  private readonly owners = new Map<string, string>();
  private readonly hosts = new HostClaims();
  private readonly allowedHosts = new Map<string, readonly string[]>();
  private readonly checks: (() => void)[] = [];

  constructor(
    private readonly environment: ClusterNames & { readonly domain: string; readonly requireAllowedHosts?: boolean },
    private readonly problems: Problems,
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

  /** Registers the routes of a function; reports one that another file has already, or that no request can take. */
  public claim(path: string, namespace: string, props: FunctionChartProps, layers: Layers<FunctionChartProps>): void {
    const place = this.placeOf(props, namespace);
    this.hostsOf(props, namespace).forEach((host, index) => {
      const report = (fault: Fault) => layers.report(this.problems, { path: ['hosts', index], value: host, ...fault });
      const fault = hostFault(host, place);
      if (fault) report(fault);
      const routes = routeKeys([host], props.pathPrefixes, props.headers);
      const claim = { host, project: props.project, namespace, name: props.name!, owner: path, routes };
      this.hosts.add(claim);
      this.checks.push(() => {
        const foreign = this.hosts.fault(claim, this.rights);
        if (foreign) report(foreign);
      });
      for (const route of routes) {
        const owner = this.owners.get(route);
        if (owner === undefined) this.owners.set(route, path);
        else if (owner !== path) {
          const below = showRoute(route)
            .slice(host.length)
            .replace(/^ with /, '');
          const reason = `${below && `with "${below}" `}leads to ${path} and to ${owner}`;
          report({ reason, allowed: 'one function per host, path and headers' });
        }
        this.checks.push(() => {
          const hidden = hiddenBy(route, this.owners);
          if (hidden !== undefined) report(loss(route, this.owners.get(hidden)!));
        });
      }
    });
  }

  /** Reports hosts of other projects, and routes that lose requests to others. Complete only when every function has claimed its own. */
  public checkAll(): void {
    for (const check of this.checks) check();
  }

  private get rights(): HostRights {
    const { domain, clusterDomain, requireAllowedHosts: strict = false } = this.environment;
    return { domain, clusterDomain, strict, allowedHosts: this.allowedHosts };
  }

  private placeOf({ project, name, visibility, target }: FunctionChartProps, namespace: string): Place {
    return placeOf({ project, name: name! }, { namespace, visibility, target }, this.environment);
  }
}
