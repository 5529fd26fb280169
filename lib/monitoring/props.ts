import type { Duration } from 'cdk8s';
import type { AlertThresholds } from './thresholds';

/** How Prometheus learns what to scrape, and its rules. */
export enum Scrape {
  /** ServiceMonitor and PrometheusRule, for the Prometheus Operator. */
  PROMETHEUS_OPERATOR = 'prometheusOperator',
  /** Annotations `prometheus.io/*` on Services, and a ConfigMap with the rules, for a Prometheus without the operator. */
  ANNOTATIONS = 'annotations',
}

export interface MonitoringProps {
  /** How Prometheus learns what to scrape. @default Scrape.PROMETHEUS_OPERATOR */
  readonly scrape?: Scrape;
  /** Time between two scrapes, and between two evaluations of the rules. Whole seconds, at most 2 minutes. @default Duration.seconds(30) */
  readonly interval?: Duration;
  /** More labels of what Prometheus reads, by which it may select it, such as `release: …`. @default - none */
  readonly labels?: { [name: string]: string };
  /** When alerts fire. @default - the default of each */
  readonly thresholds?: AlertThresholds;
  /**
   * Address of the folder with one page an alert, `<alert>.md`. The default is this project's.
   * @default "https://github.com/enclii/cdk8s-keda-functions/blob/main/docs/runbooks/"
   */
  readonly runbookUrl?: string;
  /** Namespace of Prometheus, the only one that NetworkPolicies then let in to the metrics. @default - not known: the ports of metrics are open */
  readonly prometheusNamespace?: string;
  /** Namespace of the dashboards, which Grafana's sidecar watches. @default - that of KEDA */
  readonly dashboardNamespace?: string;
  /** Namespace of KEDA and its HTTP add-on. @default - that of the environment, else "keda" */
  readonly namespace?: string;
}
