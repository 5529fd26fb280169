import { Construct } from 'constructs';
import { resolve } from '../fields';
import { requireId } from '../ids';
import { ArgoCdApplications } from './argocd';
import { ArgoCdHealthChecks } from './argocd-health';
import type { ArgoCdProps } from './argocd-props';
import { GITOPS } from './fields';
import { FluxKustomizations } from './flux';
import type { FluxProps } from './flux-props';

/** The tool that applies an environment: exactly one. */
export interface GitOpsProps {
  /** Argo CD: an Application and an AppProject for each folder. @default - not Argo CD */
  readonly argocd?: ArgoCdProps;
  /** Flux: a Kustomization for each folder. @default - not Flux */
  readonly flux?: FluxProps;
}

/** What one GitOps tool needs to apply an environment. Make it after everything else of the environment. */
export class GitOps extends Construct {
  constructor(scope: Construct, id: string, props: GitOpsProps) {
    super(scope, requireId(scope, id));
    const { argocd, flux } = resolve(this, GITOPS, props);
    if (argocd) {
      new ArgoCdApplications(this, 'argocd', argocd);
      new ArgoCdHealthChecks(this, 'argocd-cm', { namespace: argocd.namespace });
    }
    if (flux) new FluxKustomizations(this, 'flux', flux);
  }
}
