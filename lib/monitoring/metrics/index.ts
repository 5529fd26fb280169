import { SCRAPED } from '../../platform/components';
import { ADD_ON_METRICS } from './add-on';
import { KEDA_METRICS } from './keda';
import { exportedBy, type Metric, MetricType } from './metric';

export { type Metric, MetricType };

const { COUNTER, GAUGE } = MetricType;

/** The job under which a plain Prometheus or kube-prometheus-stack scrapes the API server; alerts do not rely on it. */
const API_SERVER = 'apiserver';

/** The metrics that there are; rules and dashboards use no other. */
export const METRICS: readonly Metric[] = [
  ...ADD_ON_METRICS,
  ...KEDA_METRICS,
  ...exportedBy(
    SCRAPED.map(({ name }) => name),
    ['process_cpu_seconds_total', COUNTER, '', 'Processor time used.'],
    ['process_resident_memory_bytes', GAUGE, '', 'Memory used.'],
    ['up', GAUGE, '', 'Made by Prometheus: whether the last scrape worked (1) or not (0).'],
  ),
  ...exportedBy(
    [API_SERVER],
    [
      'aggregator_unavailable_apiservice',
      GAUGE,
      'name',
      "Whether an aggregated API, such as KEDA's external metrics, is unavailable (1) or not (0).",
    ],
    [
      'apiserver_admission_webhook_fail_open_count',
      COUNTER,
      'name type',
      'Objects that passed unchecked since a webhook did not answer.',
      'the first such object',
    ],
  ),
];
