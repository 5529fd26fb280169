import { Construct, type IConstruct } from 'constructs';
import { Environment } from '../environment';

/** The routes of a host: one for each path prefix, or one for every path. */
export function routesOf(host: string, pathPrefixes: string[] = []): string[] {
  return pathPrefixes.length > 0 ? pathPrefixes.map((path) => host + path) : [host];
}

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
    const routes = hosts.flatMap((host) => routesOf(host, pathPrefixes));
    for (const route of routes) this.owners.set(route, [...(this.owners.get(route) ?? []), owner]);
    owner.node.addValidation({ validate: () => routes.flatMap((route) => this.conflicts(owner, route)) });
  }

  private conflicts(owner: IConstruct, route: string): string[] {
    return (this.owners.get(route) ?? [])
      .filter((other) => other !== owner)
      .map((other) => `host "${route}" also leads to ${other.node.path}; allowed: one function per host and path`);
  }
}
