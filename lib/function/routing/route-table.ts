import { Construct, type IConstruct } from 'constructs';
import { Environment } from '../../environment';
import { routeKeys, showRoute } from './route-key';

/** Who claims which host and path in one cluster. The interceptor takes the oldest of two equal routes, silently. */
export class RouteTable extends Construct {
  /** The table of the cluster that a construct belongs to. */
  public static of(construct: IConstruct): RouteTable {
    const scope = Environment.scopeOf(construct) as Construct;
    return (scope.node.tryFindChild('function-routes') as RouteTable) ?? new RouteTable(scope, 'function-routes');
  }

  private readonly owners = new Map<string, IConstruct[]>();

  /** Registers the routes of a function: each host with each path prefix, or with every path. */
  public claim(owner: IConstruct, hosts: string[], pathPrefixes: string[]): void {
    const routes = routeKeys(hosts, pathPrefixes);
    for (const route of routes) {
      const owners = this.owners.get(route);
      if (owners) owners.push(owner);
      else this.owners.set(route, [owner]);
    }
    owner.node.addValidation({ validate: () => routes.flatMap((route) => this.conflicts(owner, route)) });
  }

  private conflicts(owner: IConstruct, route: string): string[] {
    const other = this.owners.get(route)?.find((candidate) => candidate !== owner);
    return other
      ? [`host "${showRoute(route)}" also leads to ${other.node.path}; allowed: one function per host and path`]
      : [];
  }
}
