import type { Duration } from 'cdk8s';

/** Namespace of Flux where nothing else is said. */
export const DEFAULT_FLUX_NAMESPACE = 'flux-system';

export interface FluxProps {
  /** URL of the Git repository (`https://`, `ssh://`) or registry (`oci://`) that holds the output. */
  readonly url: string;
  /** Branch of the Git repository. @default - "main", unless a tag is given */
  readonly branch?: string;
  /** Tag of the Git repository; of the artifact, which needs one. @default - none */
  readonly tag?: string;
  /** Folder of the repository or artifact that is the output folder; "." for all of it. @default "dist" */
  readonly path?: string;
  /** Namespace of Flux. @default "flux-system" */
  readonly namespace?: string;
  /** Secret in that namespace with the credentials of the repository. @default - none */
  readonly secretName?: string;
  /** Time between two looks at the repository, at least a second. @default Duration.minutes(1) */
  readonly interval?: Duration;
}
