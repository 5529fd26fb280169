/** Namespace of Argo CD where nothing else is said. */
export const DEFAULT_ARGOCD_NAMESPACE = 'argocd';

/** The cluster that Argo CD itself runs in. */
export const IN_CLUSTER = 'https://kubernetes.default.svc';

export interface ArgoCdProps {
  /** URL of the Git repository that holds the output, as Argo CD is to clone it. */
  readonly repoUrl: string;
  /** Branch, tag or commit; "HEAD" is the default branch of the repository. @default "HEAD" */
  readonly revision?: string;
  /** Folder of the repository that is the output folder; "." for all of it. @default "dist" */
  readonly path?: string;
  /** Namespace of Argo CD. @default "argocd" */
  readonly namespace?: string;
  /** An AppProject that exists, for every Application. @default - one for each Application, with what it needs */
  readonly project?: string;
  /**
   * Cluster to apply to: the URL of its API server, or the name that Argo CD knows it by. The default is the one that
   * Argo CD runs in.
   * @default "https://kubernetes.default.svc"
   */
  readonly cluster?: string;
}
