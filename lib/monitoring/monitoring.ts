import type { Chart, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Cluster } from '../cluster';
import { Environment } from '../environment';
import { FunctionChart } from '../function';
import { requireId } from '../ids';
import { formatDuration } from '../values/duration';
import { addWarning } from '../warnings';
import { DashboardsChart } from './dashboards';
import { PrometheusOperatorChart, RulesFileChart } from './prometheus';
import { type MonitoringProps, Scrape } from './props';
import { ruleGroups } from './rules';
import { resolveMonitoring } from './settings';
import { TargetsChart } from './targets';

/**
 * Metrics, alerts and dashboards of the platform and of every function of the environment: three charts, since the
 * kinds of the Prometheus Operator are not known to every cluster.
 */
export class Monitoring extends Construct {
  /** The Services whose pods are scraped. */
  public readonly targets: Chart;
  /** What Prometheus reads: what to scrape and the rules. */
  public readonly prometheus: Chart;
  /** What Grafana reads. */
  public readonly dashboards: Chart;

  constructor(scope: Construct, id: string, props: MonitoringProps = {}) {
    super(scope, requireId(scope, id));
    const settings = resolveMonitoring(this, props);
    const { namespace, scrape } = settings;
    const { prometheusNamespace } = props;
    const { scrapers } = Cluster.at(Environment.scopeOf(this));
    scrapers.push(prometheusNamespace === undefined ? undefined : { namespace: prometheusNamespace });
    this.targets = new TargetsChart(this, 'targets', { namespace, annotated: scrape === Scrape.ANNOTATIONS });
    const PrometheusChart = scrape === Scrape.ANNOTATIONS ? RulesFileChart : PrometheusOperatorChart;
    this.prometheus = new PrometheusChart(this, 'prometheus', {
      ...settings,
      groups: () => ruleGroups({ ...settings, functions: this.called() }),
    });
    addWarning(this, () => this.impatient(settings.thresholds.answerWithin));
    this.dashboards = new DashboardsChart(this, 'dashboards', settings.dashboardNamespace);
  }

  /** The functions that have requests. */
  private called(): FunctionChart[] {
    return FunctionChart.allIn(Environment.scopeOf(this)).filter(({ route }) => route);
  }

  private impatient(answerWithin: Duration): string[] {
    return this.called()
      .filter(({ longestWait }) => longestWait.toMilliseconds() > answerWithin.toMilliseconds())
      .map(
        ({ node, readinessTimeout, timeout }) =>
          `thresholds.answerWithin ${answerWithin.toSeconds()}s is below readinessTimeout ${formatDuration(readinessTimeout)} and timeout ${formatDuration(timeout)} of ${node.path} together: an alert fires while it may still answer`,
      );
  }
}
