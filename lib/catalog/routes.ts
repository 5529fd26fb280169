import type { FunctionChartProps } from '../function';
import { defaultHosts, hostFault, placeOf } from '../function/routing/hosts';
import { routeKeys, showRoute } from '../function/routing/route-key';
import type { Layers } from './layers';
import type { Problems } from './problems';

/** Who claims which host and path in one environment: the interceptor takes one of two equal routes, silently. */
export class Routes {
  private readonly owners = new Map<string, string>();

  constructor(
    private readonly environment: { readonly domain: string; readonly clusterDomain: string },
    private readonly problems: Problems,
  ) {}

  /** The hosts of a function, as it says or by default. */
  public hostsOf(props: FunctionChartProps): string[] {
    return props.hosts ?? defaultHosts(placeOf(props, this.environment))!;
  }

  /** Registers the routes of a function; reports one that another file has already, or that no request can take. */
  public claim(path: string, props: FunctionChartProps, layers: Layers<FunctionChartProps>): void {
    const place = placeOf(props, this.environment);
    this.hostsOf(props).forEach((host, index) => {
      const fault = hostFault(host, place);
      if (fault) layers.report(this.problems, { path: ['hosts', index], value: host, ...fault });
      for (const route of routeKeys([host], props.pathPrefixes)) {
        const owner = this.owners.get(route);
        if (owner === undefined) this.owners.set(route, path);
        else if (owner !== path) {
          const below = showRoute(route).slice(host.length);
          const reason = `${below && `with "${below}" `}leads to ${path} and to ${owner}`;
          const allowed = 'one function per host and path';
          layers.report(this.problems, { path: ['hosts', index], value: host, reason, allowed });
        }
      }
    });
  }
}
