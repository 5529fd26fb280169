import { INTERCEPTOR, SCALER } from '../../platform/components';
import { exportedBy, type Metric, MetricType } from './metric';

const { COUNTER, GAUGE, HISTOGRAM } = MetricType;

/** Those of the HTTP add-on. */
export const ADD_ON_METRICS: readonly Metric[] = [
  ...exportedBy(
    [INTERCEPTOR.name],
    [
      'interceptor_request_count_total',
      COUNTER,
      'code method route_name route_namespace',
      'Requests answered. Without route labels: no function has the host, the answer was 404.',
    ],
    [
      'interceptor_request_duration_seconds',
      HISTOGRAM,
      'code method route_name route_namespace',
      "Time from a request to the end of its answer, the wait for a function's first pod included.",
    ],
    [
      'interceptor_request_concurrency',
      GAUGE,
      'route_name route_namespace',
      "Requests in flight, those that wait for a function's first pod included.",
    ],
  ),
  ...exportedBy(
    [SCALER.name],
    [
      'scaler_pinger_fetch_duration_seconds',
      HISTOGRAM,
      '',
      'Time to ask all interceptor pods for their requests in flight.',
    ],
    ['scaler_pinger_fetch_errors_total', COUNTER, '', 'Rounds of asking that failed as a whole.', 'the first failure'],
    ['scaler_pinger_unreachable_pods', GAUGE, '', 'Interceptor pods that did not answer in the last round.'],
    ['scaler_pinger_endpoints', GAUGE, '', 'Interceptor pods that the scaler asks.'],
  ),
  ...exportedBy(
    [INTERCEPTOR.name, SCALER.name],
    ['target_info', GAUGE, 'service_name service_version', 'Always 1; the version of the add-on is in its labels.'],
  ),
];
