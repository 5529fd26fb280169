/** Whether a host, or a wildcard with all that is below it, is all of another one: the interceptor's wildcards go down any depth. */
export function coversHost(host: string, other: string): boolean {
  return host === other || (host.startsWith('*.') && other.endsWith(host.slice(1)));
}
