import { Construct } from 'constructs';
import { resolve } from '../fields';
import { requireId } from '../ids';
import { ArgoCdApplications } from './argocd';
import { ArgoCdHealthChecks } from './argocd-health';
import { GITOPS } from './fields';
import { FluxKustomizations } from './flux';
import type { GitOpsProps } from './props';

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
