import { App, Duration } from 'cdk8s';
import { Environment, FunctionChart, KedaPlatform, Monitoring, type MonitoringProps, Runtime, Scrape } from '../../lib';
import { MONITORING } from '../../lib/monitoring/fields';
import { load } from '../catalog/folder';
import { proveEffects } from '../effects';

const contains = expect.stringContaining;
const matches = expect.stringMatching;
const RULES = 'PrometheusRule/spec/groups';
const RECORDED = `${RULES}/keda-functions-recording/rules`;
const FUNCTIONS = `${RULES}/keda-functions-alerts/rules`;
const PLATFORM = `${RULES}/keda-platform-alerts/rules`;
const DASHBOARD = 'ConfigMap keda-functions-dashboard';

proveEffects(
  MONITORING,
  {
    scrape: [
      {
        given: { scrape: Scrape.ANNOTATIONS },
        at: {
          PrometheusRule: undefined,
          ServiceMonitor: undefined,
          'Service keda-operator-metrics/metadata/annotations/prometheus.io~1scrape': 'true',
        },
      },
    ],
    interval: [
      {
        given: { interval: Duration.seconds(5) },
        at: {
          'ServiceMonitor/spec/endpoints/0/interval': '5s',
          'ServiceMonitor/spec/endpoints/0/scrapeTimeout': '5s',
          [`${RULES}/0/interval`]: '5s',
          [`${RULES}/1/interval`]: '5s',
          [`${RULES}/2/interval`]: '5s',
          [`${RECORDED}/route_code:interceptor_request_count:increase/expr`]: contains('offset 5s'),
        },
      },
      {
        given: { interval: Duration.minutes(1) },
        at: { [`${RECORDED}/route_le:cold_request_duration_seconds_bucket:increase/expr`]: contains('[4m]') },
      },
    ],
    labels: [
      {
        given: { labels: { release: 'prometheus' } },
        at: {
          'ServiceMonitor/metadata/labels/release': 'prometheus',
          'PrometheusRule/metadata/labels/release': 'prometheus',
        },
      },
      {
        given: { labels: { a: 'b' }, scrape: Scrape.ANNOTATIONS },
        at: { 'ConfigMap keda-functions-rules/metadata/labels/a': 'b' },
      },
    ],
    'thresholds.errorRatio': [
      { given: { thresholds: { errorRatio: 0.2 } }, at: { [`${FUNCTIONS}/FunctionErrors/expr`]: contains('> 0.2 ') } },
    ],
    'thresholds.coldStartObjective': [
      {
        given: { thresholds: { coldStartObjective: 0.975 } },
        at: {
          [`${FUNCTIONS}/FunctionColdStartsSlow/expr`]: contains('histogram_quantile(0.975,'),
          [`${FUNCTIONS}/FunctionColdStartsSlow/annotations/description`]: contains('slowest 2.5 %'),
        },
      },
    ],
    'thresholds.answerWithin': [
      {
        given: { thresholds: { answerWithin: Duration.minutes(10) } },
        at: {
          [`${FUNCTIONS}/FunctionRequestsWait/for`]: '10m',
          [`${FUNCTIONS}/FunctionRequestsWait/expr`]: contains('[10m]'),
        },
      },
    ],
    'thresholds.interceptorConcurrency': [
      {
        given: { thresholds: { interceptorConcurrency: 7 } },
        at: { [`${PLATFORM}/KedaInterceptorSaturated/expr`]: matches(/ > 7$/) },
      },
    ],
    'thresholds.scaleLoopDelay': [
      {
        given: { thresholds: { scaleLoopDelay: Duration.seconds(9) } },
        at: { [`${PLATFORM}/KedaScaleLoopLate/expr`]: matches(/ > 9$/) },
      },
    ],
    runbookUrl: [
      {
        given: { runbookUrl: 'https://wiki.example.com/alerts' },
        at: {
          [`${FUNCTIONS}/FunctionErrors/annotations/runbook_url`]: 'https://wiki.example.com/alerts/FunctionErrors.md',
        },
      },
    ],
    prometheusNamespace: [
      {
        given: { prometheusNamespace: 'monitoring' },
        at: {
          'NetworkPolicy keda-add-ons-http-external-scaler/spec/ingress/1': {
            from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
            ports: [{ port: 2223, protocol: 'TCP' }],
          },
        },
      },
    ],
    dashboardNamespace: [
      { given: { dashboardNamespace: 'grafana' }, at: { [`${DASHBOARD}/metadata/namespace`]: 'grafana' } },
    ],
    namespace: [
      {
        given: { namespace: 'scaling' },
        at: {
          'PrometheusRule/metadata/namespace': 'scaling',
          'ServiceMonitor/metadata/namespace': 'scaling',
          'Service/metadata/namespace': 'scaling',
          [`${DASHBOARD}/metadata/namespace`]: 'scaling',
        },
      },
    ],
  },
  {
    build(props: MonitoringProps) {
      const app = new App();
      const environment = new Environment(app, 'e', { domain: 'fn.test' });
      if (props.prometheusNamespace) new KedaPlatform(environment, 'keda');
      new FunctionChart(environment, 'hello', { runtime: Runtime.GO, project: 'shop', image: 'a/b:1' });
      new Monitoring(environment, 'monitoring', props);
      return app;
    },
    load: (monitoring) =>
      load({ 'environments/e.yaml': JSON.stringify({ domain: 'fn.test', monitoring }) }).environments[0].monitoring!,
  },
);
