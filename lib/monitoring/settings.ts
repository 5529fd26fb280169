import { Duration } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Environment } from '../environment';
import { reject } from '../errors';
import { requireKeys } from '../ids';
import { requireLabel, requireLabelValue } from '../workload/names';
import { type AlertThresholds, requireSeconds, resolveThresholds, type Thresholds } from './thresholds';

/** How Prometheus learns what to scrape, and its rules. */
export enum Scrape {
  /** ServiceMonitor and PrometheusRule, for the Prometheus Operator. */
  PROMETHEUS_OPERATOR = 'prometheusOperator',
  /** Annotations `prometheus.io/*` on Services, and a ConfigMap with the rules, for a Prometheus without the operator. */
  ANNOTATIONS = 'annotations',
}

/** Defaults, for the construct and for the catalog's JSON Schema. */
export const MONITORING_DEFAULTS = {
  scrape: Scrape.PROMETHEUS_OPERATOR,
  interval: Duration.seconds(30),
  runbookUrl: 'https://github.com/enclii/cdk8s-keda-functions/blob/main/docs/runbooks/',
} as const;

/** Prometheus takes a sample for stale after 5 minutes; one scrape in between may fail. */
const MAX_INTERVAL_SECONDS = 120;

export interface MonitoringProps {
  /** How Prometheus learns what to scrape. @default Scrape.PROMETHEUS_OPERATOR */
  readonly scrape?: Scrape;
  /** Time between two scrapes, and between two evaluations of the rules. Whole seconds, at most 2 minutes. @default 30 seconds */
  readonly interval?: Duration;
  /** More labels of what Prometheus reads, by which it may select it, such as `release: …`. @default - none */
  readonly labels?: { [name: string]: string };
  /** When alerts fire. @default - the default of each */
  readonly thresholds?: AlertThresholds;
  /** Address of the folder with one page an alert, `<alert>.md`. @default - this project's docs/runbooks */
  readonly runbookUrl?: string;
  /** Namespace of the dashboards, which Grafana's sidecar watches. @default - that of KEDA */
  readonly dashboardNamespace?: string;
  /** Namespace of KEDA and its HTTP add-on. @default - that of the environment, else "keda" */
  readonly namespace?: string;
}

/** Checked settings with every default filled in; durations in seconds. */
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
  const namespace = Environment.kedaNamespaceOf(scope, props.namespace);
  const labels = props.labels ?? {};
  requireKeys(scope, 'labels', labels);
  for (const [name, value] of Object.entries(labels)) requireLabelValue(scope, `labels.${name}`, value);
  return {
    scrape: props.scrape ?? MONITORING_DEFAULTS.scrape,
    intervalSeconds: requireSeconds(
      scope,
      'interval',
      props.interval ?? MONITORING_DEFAULTS.interval,
      MAX_INTERVAL_SECONDS,
    ),
    labels,
    thresholds: resolveThresholds(scope, props.thresholds),
    runbooks: requireFolder(scope, 'runbookUrl', props.runbookUrl ?? MONITORING_DEFAULTS.runbookUrl),
    namespace,
    dashboardNamespace: requireLabel(scope, 'dashboardNamespace', props.dashboardNamespace ?? namespace),
  };
}

function requireFolder(scope: IConstruct, field: string, url: string): string {
  if (!/^https?:\/\/[^\s"{}]+$/.test(url)) {
    reject(scope, `${field} "${url}" is not an address; allowed: http:// or https:// and a folder`);
  }
  return url.endsWith('/') ? url : `${url}/`;
}
