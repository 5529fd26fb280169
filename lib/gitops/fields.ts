import { Duration } from 'cdk8s';
import {
  type Breach,
  duration,
  exactlyOne,
  type Field,
  type Fields,
  object,
  type Resolved,
  type Rule,
  Table,
  text,
} from '../fields';
import { checked, dnsLabel } from '../fields/names';
import { type ArgoCdProps, DEFAULT_ARGOCD_NAMESPACE, IN_CLUSTER } from './argocd-props';
import { DEFAULT_FLUX_NAMESPACE, type FluxProps } from './flux-props';
import type { ArgoCdHealthChecksProps, GitOpsProps } from './props';
import { DEFAULT_PATH, isFolder, isGitUrl, isOci, isOciUrl, isRevision } from './repository';

const revision = () =>
  checked({
    isValid: isRevision,
    reason: 'is not a branch, tag or commit',
    allowed: 'letters, digits, "/", ".", "_", "-" and "+"',
  });

const folder = () =>
  checked({
    isValid: isFolder,
    reason: 'is not a folder of a repository',
    allowed: 'a relative path such as dist, or "." for all',
  });

const gitUrl: Field<string> = checked({
  isValid: (value) => isGitUrl(value),
  reason: 'is not the URL of a Git repository',
  allowed: 'https://<host>/<path>, ssh://<user>@<host>/<path> or <user>@<host>:<path>',
});

const argocd = {
  repoUrl: { ...gitUrl, required: true },
  revision: { ...revision(), default: 'HEAD' },
  path: { ...folder(), default: DEFAULT_PATH },
  namespace: { ...dnsLabel(), default: DEFAULT_ARGOCD_NAMESPACE },
  project: dnsLabel(),
  cluster: {
    ...text({
      pattern: /^(https:\/\/[^\s/]+(\/\S*)?|[A-Za-z0-9]([\w.-]*[A-Za-z0-9])?)$/,
      allowed: 'https://<host> of an API server, or a name in Argo CD',
    }),
    default: IN_CLUSTER,
  },
} satisfies Fields<ArgoCdProps>;

const flux = {
  url: {
    ...checked({
      isValid: (value) => (isOci(value) ? isOciUrl(value) : isGitUrl(value, false)),
      reason: 'is not the URL of a repository',
      allowed: 'https://<host>/<path>, ssh://<user>@<host>/<path>, or oci://<host>/<path> without a tag',
    }),
    required: true,
  },
  branch: revision(),
  tag: revision(),
  path: { ...folder(), default: DEFAULT_PATH },
  namespace: { ...dnsLabel(), default: DEFAULT_FLUX_NAMESPACE },
  secretName: dnsLabel(),
  interval: { ...duration({ min: Duration.seconds(1) }), default: Duration.minutes(1) },
} satisfies Fields<FluxProps>;

const FLUX_RULE: Rule<FluxProps> = {
  props: ['url', 'branch', 'tag'],
  check({ url, branch, tag }): Breach | undefined {
    if (isOci(url)) {
      if (branch !== undefined) return { prop: 'branch', reason: 'is given for a registry', allowed: 'a tag' };
      return tag === undefined ? { prop: 'tag', reason: 'is missing', allowed: 'the tag of the artifact' } : undefined;
    }
    return branch !== undefined && tag !== undefined
      ? { prop: 'branch', reason: `is given beside tag "${tag}"`, allowed: 'one of them' }
      : undefined;
  },
};

export type ArgoCdSettings = Resolved<ArgoCdProps, typeof argocd>;
export type FluxSettings = Resolved<FluxProps, typeof flux>;

const health = { namespace: argocd.namespace } satisfies Fields<ArgoCdHealthChecksProps>;

export const ARGOCD_HEALTH = new Table<ArgoCdHealthChecksProps, typeof health>('ArgoCdHealthChecksProps', health);

export const ARGOCD = new Table<ArgoCdProps, typeof argocd>('ArgoCdProps', argocd);

export const FLUX = new Table<FluxProps, typeof flux>('FluxProps', flux, [FLUX_RULE]);

const fields = { argocd: object(ARGOCD), flux: object(FLUX) } satisfies Fields<GitOpsProps>;

/** The settings of the GitOps tool, one of the two. */
export const GITOPS = new Table<GitOpsProps, typeof fields>('GitOpsProps', fields, [
  exactlyOne<GitOpsProps>('argocd', 'flux'),
]);
