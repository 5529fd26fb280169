import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { resolve } from '../fields';
import { addObject } from '../object/object';
import { ARGOCD_HEALTH } from './fields';
import { APPLICATION_HEALTH, HTTP_SCALED_OBJECT_HEALTH, INTERCEPTOR_ROUTE_HEALTH } from './health-lua';
import { GitOpsChart } from './parts';
import type { ArgoCdHealthChecksProps } from './props';

const HEALTH = 'resource.customizations.health.';

/**
 * The health checks that Argo CD lacks, as the part of its ConfigMap `argocd-cm` that holds them and nothing else. It is
 * for a server-side apply with a field manager of its own, or a patch: to replace `argocd-cm` with it would delete all
 * other settings.
 */
export class ArgoCdHealthChecks extends GitOpsChart {
  constructor(scope: Construct, id: string, props: ArgoCdHealthChecksProps = {}) {
    super(scope, id);
    const { namespace } = resolve(this, ARGOCD_HEALTH, props);
    addObject(k8s.KubeConfigMap, this, 'argocd-cm', {
      metadata: {
        name: 'argocd-cm',
        namespace,
        // as Argo CD's own manifests have them: it reads no ConfigMap without the second
        labels: { 'app.kubernetes.io/name': 'argocd-cm', 'app.kubernetes.io/part-of': 'argocd' },
      },
      data: {
        [`${HEALTH}argoproj.io_Application`]: APPLICATION_HEALTH,
        [`${HEALTH}http.keda.sh_HTTPScaledObject`]: HTTP_SCALED_OBJECT_HEALTH,
        [`${HEALTH}http.keda.sh_InterceptorRoute`]: INTERCEPTOR_ROUTE_HEALTH,
      },
    });
  }
}
