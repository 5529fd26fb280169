import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where runs keep what they know: beside other caches of the user. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cdk8s-keda-functions');
}
