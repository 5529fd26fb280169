import { MONITORING_DEFAULTS, Scrape } from '../monitoring/settings';
import { DEFAULT_THRESHOLDS } from '../monitoring/thresholds';
import { formatDuration } from './quantities';
import { duration, integer, map, object, oneOf, type Schema, text } from './schema-values';

/** The key `monitoring` of an environment. */
export function monitoring(): Schema {
  return object(
    {
      scrape: oneOf(
        Object.values(Scrape),
        'How Prometheus learns what to scrape: by ServiceMonitor and PrometheusRule, or by annotations of Services.',
        { default: MONITORING_DEFAULTS.scrape },
      ),
      interval: duration('Time between two scrapes, and between two evaluations of the rules.', {
        default: formatDuration(MONITORING_DEFAULTS.interval),
      }),
      labels: map(
        { type: 'string' },
        text('Value of a label.'),
        'More labels of what Prometheus reads, by which it may select it, such as release. Default: none.',
      ),
      thresholds: thresholds(),
      runbookUrl: text('Address of the folder with one page an alert, <alert>.md.', {
        default: MONITORING_DEFAULTS.runbookUrl,
      }),
      dashboardNamespace: text("Namespace of the dashboards, which Grafana's sidecar watches. Default: that of KEDA."),
    },
    'Metrics, alerts and dashboards. Default: none of them.',
  );
}

function thresholds(): Schema {
  return object(
    {
      errorRatio: ratio("Share of a function's answers that may be 5xx.", DEFAULT_THRESHOLDS.errorRatio),
      coldStartObjective: ratio(
        "Share of a function's cold requests that shall be answered within its runtime's target.",
        DEFAULT_THRESHOLDS.coldStartObjective,
      ),
      answerWithin: duration('Time after which requests that wait without a single answer are a problem.', {
        default: formatDuration(DEFAULT_THRESHOLDS.answerWithin),
      }),
      interceptorConcurrency: integer('Requests in flight per interceptor pod. KEDA adds pods from 200 on.', 1, {
        default: DEFAULT_THRESHOLDS.interceptorConcurrency,
      }),
      scaleLoopDelay: duration('How late KEDA may poll a ScaledObject.', {
        default: formatDuration(DEFAULT_THRESHOLDS.scaleLoopDelay),
      }),
    },
    'When alerts fire.',
  );
}

function ratio(description: string, value: number): Schema {
  return {
    type: 'number',
    exclusiveMinimum: 0,
    exclusiveMaximum: 1,
    errorMessage: 'a number above 0 and below 1',
    description,
    default: value,
  };
}
