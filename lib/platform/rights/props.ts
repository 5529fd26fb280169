/** What KEDA scales, of a kind. */
export interface ServedTarget {
  /** Group and version of its API. @default "apps/v1" */
  readonly apiVersion?: string;
  /** Kind, which has a scale subresource. @default "Deployment" */
  readonly kind?: string;
}

/** A namespace whose ScaledObjects others made. */
export interface ServedNamespace {
  /** Its name. It has to exist. */
  readonly namespace: string;
  /** What KEDA scales there. @default - Deployments */
  readonly targets?: ServedTarget[];
  /** Whether KEDA starts jobs there, for ScaledJobs. @default false */
  readonly jobs?: boolean;
  /** Whether KEDA reads Secrets there, for TriggerAuthentications and variables. @default false */
  readonly secrets?: boolean;
}
