import type { Fault } from '../../fields/index';

/** What the interceptor takes for a rule without hosts. */
const ANY_HOST = '*';

/**
 * The key under which the interceptor keeps a route: two routes are one if their keys are. As in `pkg/routing` of the
 * HTTP add-on 0.15: a port and the slashes around a path do not count, upper and lower case do.
 */
export function routeKey(host: string, path = ''): string {
  const prefix = trimSlashes(path);
  return `${withoutPort(host) || ANY_HOST}/${prefix}${prefix && '/'}`;
}

/** The keys of each host with each path prefix, or with every path; without hosts, of every host. */
export function routeKeys(hosts: readonly string[] = [], paths: readonly string[] = []): string[] {
  return (hosts.length > 0 ? hosts : [ANY_HOST]).flatMap((host) =>
    (paths.length > 0 ? paths : ['']).map((path) => routeKey(host, path)),
  );
}

/** A key as people write a route. */
export function showRoute(key: string): string {
  return key.replace(/\/$/, '');
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
