import { INTERCEPTOR, SCALER } from '../../platform/components';
import { exportedBy, type Metric, MetricType } from './metric';

const { COUNTER, GAUGE, HISTOGRAM } = MetricType;

/** Those of the HTTP add-on. */
export const ADD_ON_METRICS: readonly Metric[] = [
  ...exportedBy(
    [INTERCEPTOR.name],
    [
      [
        'interceptor_request_count_total',
        COUNTER,
        'code method route_name route_namespace',
        '1',
        'Requests answered. Without route labels: no function has the host, the answer was 404.',
      ],
      [
        'interceptor_request_duration_seconds',
        HISTOGRAM,
        'code method route_name route_namespace',
        's',
        "Time from a request to the end of its answer, the wait for a function's first pod included.",
      ],
      [
        'interceptor_request_concurrency',
        GAUGE,
        'route_name route_namespace',
        '1',
        "Requests in flight, those that wait for a function's first pod included.",
      ],
    ],
  ),
  ...exportedBy(
    [SCALER.name],
    [
      [
        'scaler_pinger_fetch_duration_seconds',
        HISTOGRAM,
        '',
        's',
        'Time to ask all interceptor pods for their requests in flight.',
      ],
      [
        'scaler_pinger_fetch_errors_total',
        COUNTER,
        '',
        '1',
        'Rounds of asking that failed as a whole.',
        'the first failure',
      ],
      ['scaler_pinger_unreachable_pods', GAUGE, '', '1', 'Interceptor pods that did not answer in the last round.'],
      ['scaler_pinger_endpoints', GAUGE, '', '1', 'Interceptor pods that the scaler asks.'],
    ],
  ),
  ...exportedBy(
    [INTERCEPTOR.name, SCALER.name],
    [
      [
        'target_info',
        GAUGE,
        'service_name service_version',
        '1',
        'Always 1; the version of the add-on is in its labels.',
      ],
    ],
  ),
];
