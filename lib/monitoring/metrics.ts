import { INTERCEPTOR, METRICS_SERVER, OPERATOR, SCALER, SCRAPED, WEBHOOKS } from '../platform/components';

/** What the values of a metric mean. */
export enum MetricType {
  /** Only grows; starts again at 0 with its process. */
  COUNTER = 'counter',
  /** Goes up and down. */
  GAUGE = 'gauge',
  /** Has the series `<name>_bucket`, `<name>_sum` and `<name>_count`. */
  HISTOGRAM = 'histogram',
}

/** A metric that KEDA 2.21 or the HTTP add-on 0.15 exports, or one of its surroundings that an alert needs. */
export interface Metric {
  readonly name: string;
  readonly type: MetricType;
  /** Its labels, without those that Prometheus adds to each target. */
  readonly labels: string[];
  /** Unit of its values; `1` for a number of things. */
  readonly unit: string;
  /** Value of `job` of those that export it. */
  readonly jobs: string[];
  readonly meaning: string;
  /** What has to happen before it has a series. @default - it exists as soon as a function was used */
  readonly appearsWith?: string;
}

const { COUNTER, GAUGE, HISTOGRAM } = MetricType;

type Row = [name: string, type: MetricType, labels: string, unit: string, meaning: string, appearsWith?: string];

function exportedBy(jobs: string[], rows: Row[]): Metric[] {
  return rows.map(([name, type, labels, unit, meaning, appearsWith]) => ({
    name,
    type,
    labels: labels.split(' ').filter(Boolean),
    unit,
    jobs,
    meaning,
    appearsWith,
  }));
}

const TRIGGER = 'namespace metric scaledObject scaler triggerIndex type';
const GRPC = 'grpc_type grpc_service grpc_method';
const CLOUD_EVENTS = 'a CloudEventSource';
const HTTP_SCALER = 'a scaler that asks over HTTP, such as prometheus';

/** The job under which a plain Prometheus or kube-prometheus-stack scrapes the API server; alerts do not rely on it. */
const API_SERVER = 'apiserver';

/** The metrics that there are; rules and dashboards use no other. */
export const METRICS: readonly Metric[] = [
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
  ...exportedBy(
    [OPERATOR.name],
    [
      [
        'keda_build_info',
        GAUGE,
        'git_commit goarch goos goversion version',
        '1',
        'Always 1; the version of KEDA is in its labels.',
      ],
      [
        'keda_scaler_active',
        GAUGE,
        TRIGGER,
        '1',
        "Whether a trigger is active (1) or not (0), as of KEDA's last poll, every 15 s.",
      ],
      [
        'keda_scaler_metrics_value',
        GAUGE,
        TRIGGER,
        '1',
        "A trigger's value as the HPA gets it: requests in flight or requests a second.",
      ],
      ['keda_scaler_metrics_latency_seconds', GAUGE, TRIGGER, 's', 'Time that the last read of a trigger took.'],
      ['keda_scaler_detail_errors_total', COUNTER, TRIGGER, '1', 'Failed reads of a trigger.'],
      [
        'keda_scaled_object_errors_total',
        COUNTER,
        'namespace scaledObject',
        '1',
        'Failures of a ScaledObject, those of its triggers included.',
      ],
      [
        'keda_scaled_object_paused',
        GAUGE,
        'namespace scaledObject',
        '1',
        'Whether a ScaledObject is paused (1) or not (0).',
      ],
      [
        'keda_internal_scale_loop_latency_seconds',
        GAUGE,
        'namespace resource type',
        's',
        'How late the last poll of a ScaledObject was.',
      ],
      ['keda_trigger_registered_total', GAUGE, 'type', '1', 'Triggers that KEDA serves.'],
      ['keda_resource_registered_total', GAUGE, 'namespace type', '1', 'Objects that KEDA serves.'],
      [
        'keda_grpc_client_started_total',
        COUNTER,
        `${GRPC} scaler`,
        '1',
        'Calls and streams that KEDA began to external scalers.',
      ],
      [
        'keda_grpc_client_handled_total',
        COUNTER,
        `${GRPC} grpc_code scaler`,
        '1',
        'Calls and streams to external scalers that ended. A `StreamIsActive` that ends with an error is a broken activation stream.',
      ],
      ['keda_grpc_client_handling_seconds', HISTOGRAM, `${GRPC} scaler`, 's', 'Duration of those calls and streams.'],
      ['keda_grpc_client_msg_received_total', COUNTER, `${GRPC} scaler`, '1', 'Messages from external scalers.'],
      ['keda_grpc_client_msg_sent_total', COUNTER, `${GRPC} scaler`, '1', 'Messages to external scalers.'],
      [
        'keda_internal_metricsservice_grpc_server_started_total',
        COUNTER,
        GRPC,
        '1',
        'Calls from the metrics server that began.',
      ],
      [
        'keda_internal_metricsservice_grpc_server_handled_total',
        COUNTER,
        `${GRPC} grpc_code`,
        '1',
        'Calls from the metrics server that ended.',
      ],
      ['keda_internal_metricsservice_grpc_server_handling_seconds', HISTOGRAM, GRPC, 's', 'Duration of those calls.'],
      [
        'keda_internal_metricsservice_grpc_server_msg_received_total',
        COUNTER,
        GRPC,
        '1',
        'Messages from the metrics server.',
      ],
      [
        'keda_internal_metricsservice_grpc_server_msg_sent_total',
        COUNTER,
        GRPC,
        '1',
        'Messages to the metrics server.',
      ],
      ['keda_scaled_job_errors_total', COUNTER, 'namespace scaledJob', '1', 'Failures of a ScaledJob.', 'a ScaledJob'],
      [
        'keda_scaler_empty_upstream_responses_total',
        COUNTER,
        'ignoreNullValues metricName namespace resourceType scaledResource triggerName',
        '1',
        'Empty answers to the queries of a trigger.',
        'a prometheus trigger',
      ],
      [
        'keda_scaler_http_requests_total',
        COUNTER,
        'metric_name namespace scaled_resource scaler status_code trigger_name',
        '1',
        'HTTP requests of triggers.',
        HTTP_SCALER,
      ],
      [
        'keda_scaler_http_request_duration_seconds',
        HISTOGRAM,
        'scaler status_code',
        's',
        'Duration of those requests.',
        HTTP_SCALER,
      ],
      [
        'keda_cloudeventsource_events_emitted_total',
        COUNTER,
        'cloudeventsource eventsink namespace state',
        '1',
        'CloudEvents that were sent, or could not be.',
        CLOUD_EVENTS,
      ],
      [
        'keda_cloudeventsource_events_queued',
        GAUGE,
        'namespace',
        '1',
        'CloudEvents that wait to be sent.',
        CLOUD_EVENTS,
      ],
    ],
  ),
  ...exportedBy(
    [METRICS_SERVER.name],
    [
      [
        'keda_internal_metricsservice_grpc_client_started_total',
        COUNTER,
        GRPC,
        '1',
        'Calls to the operator that began.',
      ],
      [
        'keda_internal_metricsservice_grpc_client_handled_total',
        COUNTER,
        `${GRPC} grpc_code`,
        '1',
        'Calls to the operator that ended: one for each value that an HPA asks for.',
      ],
      ['keda_internal_metricsservice_grpc_client_handling_seconds', HISTOGRAM, GRPC, 's', 'Duration of those calls.'],
      [
        'keda_internal_metricsservice_grpc_client_msg_received_total',
        COUNTER,
        GRPC,
        '1',
        'Messages from the operator.',
      ],
      ['keda_internal_metricsservice_grpc_client_msg_sent_total', COUNTER, GRPC, '1', 'Messages to the operator.'],
    ],
  ),
  ...exportedBy(
    [WEBHOOKS.name],
    [
      [
        'keda_webhook_scaled_object_validations_total',
        COUNTER,
        'action namespace',
        '1',
        'ScaledObjects that were checked.',
        'the first ScaledObject after the start',
      ],
      [
        'keda_webhook_scaled_object_validation_errors_total',
        COUNTER,
        'action namespace reason',
        '1',
        'ScaledObjects that were refused.',
        'the first refusal',
      ],
    ],
  ),
  ...exportedBy(
    SCRAPED.map(({ name }) => name),
    [
      ['process_cpu_seconds_total', COUNTER, '', 's', 'Processor time used.'],
      ['process_resident_memory_bytes', GAUGE, '', 'By', 'Memory used.'],
      ['up', GAUGE, '', '1', 'Made by Prometheus: whether the last scrape worked (1) or not (0).'],
    ],
  ),
  ...exportedBy(
    [API_SERVER],
    [
      [
        'aggregator_unavailable_apiservice',
        GAUGE,
        'name',
        '1',
        "Whether an aggregated API, such as KEDA's external metrics, is unavailable (1) or not (0).",
      ],
      [
        'apiserver_admission_webhook_fail_open_count',
        COUNTER,
        'name type',
        '1',
        'Objects that passed unchecked since a webhook did not answer.',
        'the first such object',
      ],
    ],
  ),
];

/** The names under which a metric's series are queried. */
export function seriesOf({ name, type }: Metric): string[] {
  return type === HISTOGRAM ? ['bucket', 'sum', 'count'].map((part) => `${name}_${part}`) : [name];
}
