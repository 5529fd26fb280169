import { compareText } from '../../compare';
import { ensure } from '../../ensure';
import type { Fault } from '../../fields/index';
import type { HeaderMatch } from './props';

/** What the interceptor takes for a rule without hosts. */
const ANY_HOST = '*';

/**
 * The key under which the interceptor keeps a route: two routes are one if their keys are. As in `pkg/routing` of the
 * HTTP add-on 0.15: a port, the slashes around a path and the case of a header's name do not count, other case does.
 */
export function routeKey(host: string, path = '', headers: readonly HeaderMatch[] = []): string {
  const prefix = trimSlashes(path);
  const conditions = headers.map(({ name, value }) => name.toLowerCase() + (value === undefined ? '' : `: ${value}`));
  return [`${withoutPort(host) || ANY_HOST}/${prefix}${prefix && '/'}`, ...conditions.sort(compareText)].join('\n');
}

/** The keys of each host with each path prefix, or with every path; without hosts, of every host. */
export function routeKeys(
  hosts: readonly string[] = [],
  paths: readonly string[] = [],
  headers: readonly HeaderMatch[] = [],
): string[] {
  return (hosts.length > 0 ? hosts : [ANY_HOST]).flatMap((host) =>
    (paths.length > 0 ? paths : ['']).map((path) => routeKey(host, path, headers)),
  );
}

/** A key as people write a route: `a.test/api with x-version: v2`. */
export function showRoute(key: string): string {
  const { place, headers } = partsOf(key);
  return place.replace(/\/$/, '') + (headers.length > 0 ? ` with ${headers.join(', ')}` : '');
}

/**
 * The route that loses requests to those at the place of a key, if any: the interceptor looks at the longest path alone,
 * and who has none of the headers that are asked for there gets 404.
 */
export function hiddenBy(key: string, routes: ReadonlyMap<string, unknown>): string | undefined {
  const { place } = partsOf(key);
  if (routes.has(place)) return undefined;
  const places = byPlace(routes);
  const there = places.get(place) ?? [];
  const [lost] = above(place)
    .flatMap((other) => places.get(other) ?? [])
    .filter((other) => !there.some(({ headers }) => headers.every((header) => asks(other.headers, header))))
    .sort((a, b) => a.index - b.index);
  return lost?.key;
}

/** What is said of such a loss, and what ends it. */
export function loss(key: string, owner: string): Fault {
  const path = partsOf(key).place.replace(/^[^/]*|\/$/g, '');
  return {
    reason: `takes ${path} from ${owner}: who asks for it without these headers gets 404`,
    allowed: `"${path}" among the pathPrefixes of ${owner} too`,
  };
}

interface Route {
  readonly key: string;
  readonly headers: string[];
  /** How many were there before it. */
  readonly index: number;
}

const BY_PLACE = new WeakMap<ReadonlyMap<string, unknown>, { size: number; places: Map<string, Route[]> }>();

/** The routes of each place; none is ever taken away. */
function byPlace(routes: ReadonlyMap<string, unknown>): Map<string, Route[]> {
  const known = BY_PLACE.get(routes);
  if (known?.size === routes.size) return known.places;
  const places = new Map<string, Route[]>();
  let index = 0;
  for (const key of routes.keys()) {
    const { place, headers } = partsOf(key);
    const route = { key, headers, index: index++ };
    ensure(places, place, () => []).push(route);
  }
  BY_PLACE.set(routes, { size: routes.size, places });
  return places;
}

/** The places above one: of `a.test/b/c/`, `a.test/b/` and `a.test/`. */
function above(place: string): string[] {
  const places = [];
  for (let end = place.lastIndexOf('/', place.length - 2); end >= 0; end = place.lastIndexOf('/', end - 1))
    places.push(place.slice(0, end + 1));
  return places;
}

function partsOf(key: string): { place: string; headers: string[] } {
  const [place, ...headers] = key.split('\n');
  return { place, headers };
}

/** Whether every request that has these headers has this one. */
function asks(headers: string[], header: string): boolean {
  return headers.some((each) => each === header || each.startsWith(`${header}: `));
}

/** What keeps a path prefix from matching any request, if anything. */
export function pathPrefixFault(prefix: string): Fault | undefined {
  const reason = unmatched(prefix);
  return reason ? { reason, allowed: 'a path that starts with "/", decoded, such as /api' } : undefined;
}

/** Why no request has a path below this prefix; undefined if some have. The interceptor compares it with decoded paths. */
function unmatched(prefix: string): string | undefined {
  if (!prefix.startsWith('/')) return 'is not a path';
  if (/\p{Cc}/u.test(prefix)) return 'holds a control character';
  // to the interceptor it is a letter like any other
  if (prefix.includes('*')) return 'holds a "*", and a prefix needs none';
  const sent = pathOfRequest(prefix);
  if (sent === undefined) return 'holds a "%" that encodes nothing';
  return trimSlashes(sent) === trimSlashes(prefix) ? undefined : `never matches: a request for it asks for "${sent}"`;
}

/** The decoded path that a client sends for a URL with this path. */
function pathOfRequest(path: string): string | undefined {
  try {
    return decodeURIComponent(new URL(`http://any.test${path}`).pathname);
  } catch {
    return undefined;
  }
}

/** Whether a path as a client sends it, with its query, is one of those that a path prefix stands for. */
export function isBelow(path: string, prefix: string): boolean {
  const sent = pathOfRequest(path.replace(/[?].*$/, ''));
  return (
    sent !== undefined && (trimSlashes(prefix) === '' || `${trimSlashes(sent)}/`.startsWith(`${trimSlashes(prefix)}/`))
  );
}

/** A path as the interceptor compares it. */
export function trimSlashes(path: string): string {
  let [from, to] = [0, path.length];
  while (path[from] === '/') from++;
  while (to > from && path[to - 1] === '/') to--;
  return path.slice(from, to);
}

/** The host of `host:port`, as Go's `net.SplitHostPort` takes it; else all of it. */
function withoutPort(host: string): string {
  const bracketed = /^\[([^[\]]*)\]:[^:[\]]*$/.exec(host);
  return (bracketed ?? /^([^:[\]]*):[^:[\]]*$/.exec(host))?.[1] ?? host;
}
