import { Construct, type IConstruct } from 'constructs';
import { Environment } from '../../environment';
import { addRefusal } from '../../errors';
import { describe } from '../../fields/index';
import { allowedHostsNear } from '../project/projects';
import { type HostClaim, HostClaims } from './host-claims';
import { hiddenBy, loss, showRoute } from './route-key';

/** Who claims which routes in one cluster. The interceptor takes the oldest of two equal ones, silently. */
export class RouteTable extends Construct {
  /** The table of the cluster that a construct belongs to. */
  public static of(construct: IConstruct): RouteTable {
    const scope = Environment.scopeOf(construct) as Construct;
    return (scope.node.tryFindChild('function-routes') as RouteTable) ?? new RouteTable(scope, 'function-routes');
  }

  /** The routes of the cluster that a construct belongs to, as they are shown. */
  public static routesIn(construct: IConstruct): string[] {
    return [...RouteTable.of(construct).owners.keys()].map(showRoute);
  }

  private readonly owners = new Map<string, IConstruct[]>();
  private readonly hosts = new HostClaims();

  /** Registers the hosts of a function with their routes. */
  public claim(owner: IConstruct, claims: readonly HostClaim[]): void {
    const routes = claims.flatMap((each) => each.routes);
    for (const route of routes) this.owners.set(route, [...(this.owners.get(route) ?? []), owner]);
    for (const claim of claims) this.hosts.add(claim);
    addRefusal(owner, () => routes.map((route) => [this.conflict(owner, route), this.loss(route)]));
    addRefusal(owner, () => {
      const rights = {
        domain: Environment.of(owner)?.domain,
        clusterDomain: Environment.clusterDomainOf(owner),
        strict: Environment.policyOf(owner).requireAllowedHosts,
        allowedHosts: allowedHostsNear(owner),
      };
      return claims.map((claim, index) => {
        const fault = this.hosts.fault(claim, rights);
        return fault && describe({ path: ['hosts', index], value: claim.host, ...fault });
      });
    });
  }

  private conflict(owner: IConstruct, route: string): string | undefined {
    const other = this.owners.get(route)?.find((candidate) => candidate !== owner);
    return (
      other &&
      `host "${showRoute(route)}" also leads to ${other.node.path}; allowed: one function per host, path and headers`
    );
  }

  private loss(route: string): string | undefined {
    const hidden = hiddenBy(route, this.owners);
    const owner = hidden === undefined ? undefined : this.owners.get(hidden)?.[0];
    if (!owner) return undefined;
    const { reason, allowed } = loss(route, owner.node.path);
    return `host "${showRoute(route)}" ${reason}; allowed: ${allowed}`;
  }
}
