import type { Duration } from 'cdk8s';

/** A token of the pod's service account, which the kubelet renews before it expires. */
export interface ServiceAccountTokenProps {
  /** Path of the file within the volume. */
  readonly path: string;
  /** Who is to accept it, such as the address of a vault; nobody else does. @default - the API server */
  readonly audience?: string;
  /** How long it is valid; whole seconds, at least 10m. @default - 1h */
  readonly expiration?: Duration;
}

/** One of several sources of a volume: one of configMap, secret and serviceAccountToken. */
export interface ProjectedSource {
  /** ConfigMap of the namespace, whose keys become files. @default - none */
  readonly configMap?: string;
  /** Secret of the namespace, whose keys become files. @default - none */
  readonly secret?: string;
  /** Token of the pod's service account as a file. @default - none */
  readonly serviceAccountToken?: ServiceAccountTokenProps;
  /** Keys that become files, each with its path within the volume. @default - every key, under its own name */
  readonly items?: { [key: string]: string };
  /** Whether the pod starts without the ConfigMap or Secret, or without a key of `items`. @default - no */
  readonly optional?: boolean;
}

/** How several sources become one volume. */
export interface ProjectedVolumeProps {
  /** Mode of the files as a text of octal digits, such as "0555"; the group of the process can always read. @default - "0644" */
  readonly defaultMode?: string;
  /** The one file or directory of the volume that is mounted. @default - all of it */
  readonly subPath?: string;
}
