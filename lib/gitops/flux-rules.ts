import type { Duration } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { reject } from '../errors';
import { goDuration } from '../values/duration';
import { wholeMillis } from '../workload/duration';
import { requireLabel } from '../workload/names';
import { DEFAULT_PATH, isOci, requireGitUrl, requireOciUrl, requirePath, requireRevision } from './repository';

/** Namespace of Flux where nothing else is said. */
export const DEFAULT_FLUX_NAMESPACE = 'flux-system';

export interface FluxProps {
  /** URL of the Git repository (`https://`, `ssh://`) or registry (`oci://`) that holds the output. */
  readonly url: string;
  /** Branch of the Git repository. @default "main", unless a tag is given */
  readonly branch?: string;
  /** Tag of the Git repository; of the artifact, which needs one. @default - none */
  readonly tag?: string;
  /** Folder of the repository or artifact that is the output folder; "." for all of it. @default "dist" */
  readonly path?: string;
  /** Namespace of Flux. @default "flux-system" */
  readonly namespace?: string;
  /** Secret in that namespace with the credentials of the repository. @default - none */
  readonly secretName?: string;
  /** Time between two looks at the repository, at least a second. @default 1 minute */
  readonly interval?: Duration;
}

type Key = Exclude<keyof FluxProps, 'interval'>;

/** Each text's check, by its name: for the construct all at once, for the catalog one by one. */
export const FLUX_RULES: { readonly [key in Key]: (scope: IConstruct, value: string) => string } = {
  url: (scope, value) =>
    isOci(value) ? requireOciUrl(scope, 'url', value) : requireGitUrl(scope, 'url', value, false),
  branch: (scope, value) => requireRevision(scope, 'branch', value),
  tag: (scope, value) => requireRevision(scope, 'tag', value),
  path: (scope, value) => requirePath(scope, 'path', value),
  namespace: (scope, value) => requireLabel(scope, 'namespace', value),
  secretName: (scope, value) => requireLabel(scope, 'secretName', value),
};

/** Checked settings with every default filled in; a revision is what the kind of repository takes. */
export interface FluxSettings {
  readonly url: string;
  readonly oci: boolean;
  readonly ref: { readonly branch?: string; readonly tag?: string };
  readonly path: string;
  readonly namespace: string;
  readonly secretName?: string;
  readonly interval: string;
}

/** Fills in defaults and checks all. */
export function resolveFlux(scope: IConstruct, props: FluxProps): FluxSettings {
  for (const key of Object.keys(FLUX_RULES) as Key[]) {
    const value = props[key];
    if (value !== undefined) FLUX_RULES[key](scope, value);
  }
  const { url, path = DEFAULT_PATH, namespace = DEFAULT_FLUX_NAMESPACE, secretName, interval } = props;
  if (interval) requireInterval(scope, interval);
  return {
    url,
    oci: isOci(url),
    ref: requireRef(scope, props),
    path: requirePath(scope, 'path', path),
    namespace,
    secretName,
    interval: interval ? goDuration(interval) : '1m',
  };
}

/** Returns the interval if it is long enough for a tool that asks another's server. */
export function requireInterval(scope: IConstruct, interval: Duration): Duration {
  if (wholeMillis(scope, 'interval', interval) >= 1000) return interval;
  reject(scope, `interval ${goDuration(interval)} is too short; allowed: at least 1s`);
}

/** The branch or tag to apply. */
export function requireRef(scope: IConstruct, { url, branch, tag }: FluxProps): FluxSettings['ref'] {
  if (isOci(url)) {
    if (branch !== undefined) reject(scope, `branch "${branch}" is given for a registry; allowed: a tag`);
    if (tag === undefined) reject(scope, 'tag is missing; allowed: the tag of the artifact');
    return { tag };
  }
  if (branch !== undefined && tag !== undefined) {
    reject(scope, `branch "${branch}" and tag "${tag}" are both given; allowed: one of them`);
  }
  return tag === undefined ? { branch: branch ?? 'main' } : { tag };
}
