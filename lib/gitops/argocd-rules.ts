import type { IConstruct } from 'constructs';
import { reject } from '../errors';
import { requireLabel } from '../workload/names';
import { DEFAULT_ARGOCD_NAMESPACE } from './argocd-health';
import { DEFAULT_PATH, requireGitUrl, requirePath, requireRevision } from './repository';

/** The cluster that Argo CD itself runs in. */
export const IN_CLUSTER = 'https://kubernetes.default.svc';

export interface ArgoCdProps {
  /** URL of the Git repository that holds the output, as Argo CD is to clone it. */
  readonly repoUrl: string;
  /** Branch, tag or commit. @default "HEAD", the repository's default branch */
  readonly revision?: string;
  /** Folder of the repository that is the output folder; "." for all of it. @default "dist" */
  readonly path?: string;
  /** Namespace of Argo CD. @default "argocd" */
  readonly namespace?: string;
  /** An AppProject that exists, for every Application. @default - one for each Application, with what it needs */
  readonly project?: string;
  /**
   * Cluster to apply to: the URL of its API server, or the name that Argo CD knows it by.
   * @default "https://kubernetes.default.svc", the one that Argo CD runs in
   */
  readonly cluster?: string;
}

/** Checked settings with every default filled in. */
export type ArgoCdSettings = Required<Omit<ArgoCdProps, 'project'>> & Pick<ArgoCdProps, 'project'>;

/** Each setting's check, by its name: for the construct all at once, for the catalog one by one. */
export const ARGOCD_RULES: { readonly [key in keyof ArgoCdProps]-?: (scope: IConstruct, value: string) => string } = {
  repoUrl: (scope, value) => requireGitUrl(scope, 'repoUrl', value),
  revision: (scope, value) => requireRevision(scope, 'revision', value),
  path: (scope, value) => requirePath(scope, 'path', value),
  namespace: (scope, value) => requireLabel(scope, 'namespace', value),
  project: (scope, value) => requireLabel(scope, 'project', value),
  cluster: (scope, value) => requireCluster(scope, value),
};

/** Fills in defaults and checks all. */
export function resolveArgoCd(scope: IConstruct, props: ArgoCdProps): ArgoCdSettings {
  return {
    repoUrl: ARGOCD_RULES.repoUrl(scope, props.repoUrl),
    revision: ARGOCD_RULES.revision(scope, props.revision ?? 'HEAD'),
    path: ARGOCD_RULES.path(scope, props.path ?? DEFAULT_PATH),
    namespace: ARGOCD_RULES.namespace(scope, props.namespace ?? DEFAULT_ARGOCD_NAMESPACE),
    cluster: ARGOCD_RULES.cluster(scope, props.cluster ?? IN_CLUSTER),
    project: props.project === undefined ? undefined : ARGOCD_RULES.project(scope, props.project),
  };
}

function requireCluster(scope: IConstruct, value: string): string {
  if (/^https:\/\/[^\s/]+(\/\S*)?$/.test(value) || /^[A-Za-z0-9]([\w.-]*[A-Za-z0-9])?$/.test(value)) return value;
  reject(scope, `cluster "${value}" is not a cluster; allowed: https://<host> of an API server, or a name in Argo CD`);
}
