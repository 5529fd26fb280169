import { Construct, type IConstruct } from 'constructs';
import { Environment } from '../../environment';
import { hiddenBy, loss, showRoute } from './route-key';

/** Who claims which routes in one cluster. The interceptor takes the oldest of two equal ones, silently. */
export class RouteTable extends Construct {
  /** The table of the cluster that a construct belongs to. */
  public static of(construct: IConstruct): RouteTable {
    const scope = Environment.scopeOf(construct) as Construct;
    return (scope.node.tryFindChild('function-routes') as RouteTable) ?? new RouteTable(scope, 'function-routes');
  }

  private readonly owners = new Map<string, IConstruct[]>();

  /** Registers the routes of a function, by their keys. */
  public claim(owner: IConstruct, routes: readonly string[]): void {
    for (const route of routes) {
      const owners = this.owners.get(route);
      if (owners) owners.push(owner);
      else this.owners.set(route, [owner]);
    }
    owner.node.addValidation({
      validate: () => routes.flatMap((route) => [...this.conflicts(owner, route), ...this.losses(route)]),
    });
  }

  private conflicts(owner: IConstruct, route: string): string[] {
    const other = this.owners.get(route)?.find((candidate) => candidate !== owner);
    return other
      ? [
          `host "${showRoute(route)}" also leads to ${other.node.path}; allowed: one function per host, path and headers`,
        ]
      : [];
  }

  private losses(route: string): string[] {
    const hidden = hiddenBy(route, this.owners);
    const owner = hidden === undefined ? undefined : this.owners.get(hidden)?.[0];
    if (!owner) return [];
    const { reason, allowed } = loss(route, owner.node.path);
    return [`host "${showRoute(route)}" ${reason}; allowed: ${allowed}`];
  }
}
