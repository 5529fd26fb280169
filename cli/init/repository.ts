/** What a repository is made for. */
export interface Repository {
  /** Of the package, and so of the app. */
  readonly name: string;
  readonly domain: string;
  /** URL of the Git repository that Argo CD applies. */
  readonly argocd?: string;
  /** URL of the Git repository that Flux applies. */
  readonly flux?: string;
  /** What npm installs as `cdk8s-keda-functions`. */
  readonly dependency: string;
}
