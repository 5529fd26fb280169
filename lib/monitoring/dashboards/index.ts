import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { addObject } from '../../object/object';
import { FUNCTIONS_DASHBOARD } from './functions';
import { type Dashboard, toGrafana } from './model';
import { PLATFORM_DASHBOARD } from './platform';

export const DASHBOARDS: readonly Dashboard[] = [FUNCTIONS_DASHBOARD, PLATFORM_DASHBOARD];

/** The dashboards, in ConfigMaps that Grafana's sidecar loads. */
export class DashboardsChart extends Chart {
  constructor(scope: Construct, id: string, namespace: string) {
    super(scope, id, { disableResourceNameHashes: true });
    for (const dashboard of DASHBOARDS) {
      addObject(k8s.KubeConfigMap, this, dashboard.uid, {
        metadata: {
          name: `${dashboard.uid}-dashboard`,
          namespace,
          labels: { grafana_dashboard: '1', 'app.kubernetes.io/managed-by': 'cdk8s-keda-functions' },
        },
        data: { [`${dashboard.uid}.json`]: `${JSON.stringify(toGrafana(dashboard), null, 2)}\n` },
      });
    }
  }
}
