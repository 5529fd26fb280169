import type { Api } from '../kit/api';

/** Requests to the API server by verb. */
export interface Requests {
  readonly [verb: string]: number;
}

/** All requests since the API server started, as it counts them. */
export async function requests(api: Api): Promise<Requests> {
  const counts: { [verb: string]: number } = {};
  for (const [, verb, count] of (await api.text('/metrics')).matchAll(
    /^apiserver_request_total\{.*verb="(\w+)".*\} (\S+)$/gm,
  )) {
    counts[verb!] = (counts[verb!] ?? 0) + Number(count);
  }
  return counts;
}

/** What came between two counts that lie so many seconds apart. */
export function perMinute(before: Requests, after: Requests, seconds: number): Requests {
  const entries = Object.entries(after).map(([verb, count]): [string, number] => [
    verb,
    ((count - (before[verb] ?? 0)) * 60) / seconds,
  ]);
  return Object.fromEntries(entries.filter(([, count]) => count > 0));
}
