import type { ArgoCdProps } from './argocd-props';
import type { FluxProps } from './flux-props';

/** The tool that applies an environment: exactly one. */
export interface GitOpsProps {
  /** Argo CD: an Application and an AppProject for each folder. @default - not Argo CD */
  readonly argocd?: ArgoCdProps;
  /** Flux: a Kustomization for each folder. @default - not Flux */
  readonly flux?: FluxProps;
}

export interface ArgoCdHealthChecksProps {
  /** Namespace of Argo CD. @default "argocd" */
  readonly namespace?: string;
}
