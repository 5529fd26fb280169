import type { IConstruct } from 'constructs';
import { Environment } from '../environment';
import { resolve } from '../fields';
import { MONITORING, THRESHOLDS, type Thresholds } from './fields';
import type { MonitoringProps, Scrape } from './props';

/** Checked settings with every default filled in. */
export interface MonitoringSettings {
  readonly scrape: Scrape;
  readonly intervalSeconds: number;
  readonly labels: { readonly [name: string]: string };
  readonly thresholds: Thresholds;
  /** With a `/` at its end. */
  readonly runbooks: string;
  readonly namespace: string;
  readonly dashboardNamespace: string;
}

/** Fills in defaults and checks bounds. */
export function resolveMonitoring(scope: IConstruct, props: MonitoringProps = {}): MonitoringSettings {
  const { scrape, interval, labels = {}, runbookUrl, ...settings } = resolve(scope, MONITORING, props);
  const namespace = Environment.kedaNamespaceOf(scope, settings.namespace);
  return {
    scrape,
    intervalSeconds: interval.toSeconds(),
    labels,
    thresholds: THRESHOLDS.fill(settings.thresholds ?? {}),
    runbooks: runbookUrl.endsWith('/') ? runbookUrl : `${runbookUrl}/`,
    namespace,
    dashboardNamespace: settings.dashboardNamespace ?? namespace,
  };
}
