import type { ScheduledCall } from './props';

/** Names of the headers of a call, wherever their values come from. In lower case, since HTTP does not tell cases apart. */
export function headerNames({ headers = {}, headerValueFrom = {} }: Partial<ScheduledCall>): string[] {
  return [...Object.keys(headers), ...Object.keys(headerValueFrom)].map((name) => name.toLowerCase());
}
