import type { IConstruct } from 'constructs';
import { Environment } from '../environment';
import { resolve } from '../fields';
import { MONITORING, THRESHOLDS } from './fields';
import type { MonitoringProps } from './props';

/** Checked settings with every default filled in. */
export type MonitoringSettings = ReturnType<typeof resolveMonitoring>;

/** Fills in defaults and checks bounds. */
export function resolveMonitoring(scope: IConstruct, props: MonitoringProps = {}) {
  const { scrape, interval, labels = {}, runbookUrl, ...settings } = resolve(scope, MONITORING, props);
  const namespace = Environment.kedaNamespaceOf(scope, settings.namespace);
  return {
    scrape,
    intervalSeconds: interval.toSeconds(),
    labels,
    thresholds: THRESHOLDS.fill(settings.thresholds ?? {}),
    // with a "/" at its end
    runbooks: runbookUrl.endsWith('/') ? runbookUrl : `${runbookUrl}/`,
    namespace,
    dashboardNamespace: settings.dashboardNamespace ?? namespace,
  };
}
