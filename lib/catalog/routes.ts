import type { Fault } from '../fields';
import type { FunctionChartProps } from '../function';
import { type ClusterNames, defaultHosts, hostFault, type Place, placeOf } from '../function/routing/hosts';
import { hiddenBy, loss, routeKeys, showRoute } from '../function/routing/route-key';
import type { Layers } from './layers';
import type { Problems } from './problems';

/** Who claims which routes in one environment: the interceptor takes one of two equal ones, silently. */
export class Routes {
  private readonly owners = new Map<string, string>();
  private readonly checks: (() => void)[] = [];

  constructor(
    private readonly environment: ClusterNames & { readonly domain: string },
    private readonly problems: Problems,
  ) {}

  /** The hosts of a function, as it says or by default. */
  public hostsOf(props: FunctionChartProps, namespace: string): string[] {
    if (props.http === false) return [];
    return props.hosts ?? defaultHosts(this.placeOf(props, namespace))!;
  }

  /** Registers the routes of a function; reports one that another file has already, or that no request can take. */
  public claim(path: string, namespace: string, props: FunctionChartProps, layers: Layers<FunctionChartProps>): void {
    const place = this.placeOf(props, namespace);
    this.hostsOf(props, namespace).forEach((host, index) => {
      const report = (fault: Fault) => layers.report(this.problems, { path: ['hosts', index], value: host, ...fault });
      const fault = hostFault(host, place);
      if (fault) report(fault);
      for (const route of routeKeys([host], props.pathPrefixes, props.headers)) {
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

  /** Reports routes that lose requests to others. Complete only when every function has claimed its own. */
  public checkLosses(): void {
    for (const check of this.checks) check();
  }

  private placeOf({ project, name, visibility }: FunctionChartProps, namespace: string): Place {
    return placeOf({ project, name: name! }, { namespace, visibility }, this.environment);
  }
}
