import { Construct, type IConstruct } from 'constructs';
import { Environment } from '../../environment';
import { addRefusal } from '../../errors';
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
    for (const route of routes) this.owners.set(route, [...(this.owners.get(route) ?? []), owner]);
    addRefusal(owner, () => routes.map((route) => [this.conflict(owner, route), this.loss(route)]));
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
