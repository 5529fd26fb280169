import type { FunctionChartProps } from '../function';
import { routeKeys, showRoute } from '../function/route-key';
import type { Problems } from './problems';
import type { Settings } from './settings';

/** Who claims which host and path in one environment: the interceptor takes one of two equal routes, silently. */
export class Routes {
  private readonly owners = new Map<string, string>();

  constructor(
    private readonly domain: string,
    private readonly problems: Problems,
  ) {}

  /** Registers the routes of a function; reports one that another file has already. */
  public claim(path: string, props: FunctionChartProps, settings: Settings): void {
    const hosts = props.hosts ?? [`${props.name}.${this.domain}`];
    hosts.forEach((host, index) => {
      for (const route of routeKeys([host], props.pathPrefixes)) {
        const owner = this.owners.get(route);
        if (owner === undefined) this.owners.set(route, path);
        else if (owner !== path) {
          const text = `host "${showRoute(route)}" of ${path} also leads to ${owner}; allowed: one function per host and path`;
          settings.report(this.problems, 'hosts', text, [String(index)]);
        }
      }
    });
  }
}
