import { Chart, Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { PrometheusRule, PrometheusRuleSpecGroupsRulesExpr, ServiceMonitor } from '../../imports/monitoring.coreos.com';
import { addObject } from '../object/object';
import { toYaml } from '../values/yaml';
import { promDuration, type RuleGroup } from './rules/rule';
import type { MonitoringSettings } from './settings';
import { JOB_LABEL, METRICS_PORT, METRICS_SERVICE } from './targets';

const NAME = 'keda-functions';
/** Prometheus' own default, which a shorter interval does not allow. */
const SCRAPE_TIMEOUT_SECONDS = 10;

export interface PrometheusChartProps extends Pick<MonitoringSettings, 'namespace' | 'labels' | 'intervalSeconds'> {
  /** The rules, asked for when the chart is rendered: the functions may be declared after it. */
  readonly groups: () => RuleGroup[];
}

/** What the Prometheus Operator is told: what to scrape, and the rules. */
export class PrometheusOperatorChart extends Chart {
  constructor(scope: Construct, id: string, { namespace, labels, intervalSeconds, groups }: PrometheusChartProps) {
    super(scope, id, { disableResourceNameHashes: true });
    const metadata = { name: NAME, namespace, labels: ownLabels(labels) };
    addObject(ServiceMonitor, this, 'monitor', {
      metadata,
      spec: {
        jobLabel: JOB_LABEL,
        selector: { matchLabels: METRICS_SERVICE },
        endpoints: [
          {
            port: METRICS_PORT,
            interval: promDuration(intervalSeconds),
            scrapeTimeout: promDuration(Math.min(intervalSeconds, SCRAPE_TIMEOUT_SECONDS)),
            // KEDA's label `namespace` is that of the ScaledObject
            honorLabels: true,
          },
        ],
      },
    });
    const typed = () =>
      groups().map(({ rules, ...group }) => ({
        ...group,
        rules: rules.map(({ expr, ...rule }) => ({
          ...rule,
          expr: PrometheusRuleSpecGroupsRulesExpr.fromString(expr),
        })),
      }));
    addObject(PrometheusRule, this, 'rules', { metadata, spec: { groups: Lazy.any({ produce: typed }) } });
  }
}

/** The rules as a file for a Prometheus without the operator to mount. */
export class RulesFileChart extends Chart {
  constructor(scope: Construct, id: string, { namespace, labels, groups }: PrometheusChartProps) {
    super(scope, id, { disableResourceNameHashes: true });
    addObject(k8s.KubeConfigMap, this, 'rules', {
      metadata: { name: `${NAME}-rules`, namespace, labels: ownLabels(labels) },
      data: { [`${NAME}.rules.yaml`]: Lazy.any({ produce: () => toYaml({ groups: groups() }) }) },
    });
  }
}

function ownLabels(labels: { readonly [name: string]: string }): { [name: string]: string } {
  return { 'app.kubernetes.io/name': NAME, 'app.kubernetes.io/managed-by': 'cdk8s-keda-functions', ...labels };
}
