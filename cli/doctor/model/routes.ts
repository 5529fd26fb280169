import { compareText } from '../../../lib/compare';
import { routeKeys } from '../../../lib/function/routing/route-key';
import type { HttpScaledObject, InterceptorRoute, Metadata } from './kinds';
import { routeNameOf, type Snapshot } from './snapshot';
import type { Routed } from './units';

/** A route as the interceptor sees it. */
export interface Route {
  readonly kind: 'InterceptorRoute' | 'HTTPScaledObject';
  readonly metadata: Metadata;
  readonly target: InterceptorRoute['spec']['target'];
  /** What it matches; two routes with a key in common cannot both be reached by it. */
  readonly keys: string[];
}

/** All routes of the cluster. An InterceptorRoute hides an HTTPScaledObject of the same name. */
export function routesOf({ live }: Snapshot): Route[] {
  const routes = live.all('InterceptorRoute').map(ofInterceptorRoute);
  const names = new Set(routes.map(({ metadata }) => nameOf(metadata)));
  return [
    ...routes,
    ...live
      .all('HTTPScaledObject')
      .filter(({ metadata }) => !names.has(nameOf(metadata)))
      .map(ofHttpScaledObject),
  ];
}

/** The route of a unit, if the cluster has it. */
export function routeOf(fn: Routed, routes: Route[]): Route | undefined {
  return routes.find(({ metadata }) => nameOf(metadata) === `${fn.namespace}/${routeNameOf(fn)}`);
}

/** Orders routes with the same key: the first one gets the requests. */
export function compareRoutes(a: Route, b: Route): number {
  return (
    Date.parse(a.metadata.creationTimestamp ?? '') - Date.parse(b.metadata.creationTimestamp ?? '') ||
    compareText(nameOf(b.metadata), nameOf(a.metadata))
  );
}

export function nameOf({ namespace, name }: Metadata): string {
  return `${namespace}/${name}`;
}

function ofInterceptorRoute({ metadata, spec }: InterceptorRoute): Route {
  const keys = (spec.rules ?? []).flatMap(({ hosts, paths, headers }) =>
    routeKeys(
      hosts,
      (paths ?? []).map(({ value }) => value ?? ''),
      headers,
    ),
  );
  return { kind: 'InterceptorRoute', metadata, target: spec.target, keys };
}

function ofHttpScaledObject({ metadata, spec }: HttpScaledObject): Route {
  const { service, port, portName } = spec.scaleTargetRef;
  const keys = routeKeys(spec.hosts, spec.pathPrefixes, spec.headers);
  return { kind: 'HTTPScaledObject', metadata, target: { service, port, portName }, keys };
}
