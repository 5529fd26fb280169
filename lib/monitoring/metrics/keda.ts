import { METRICS_SERVER, OPERATOR, WEBHOOKS } from '../../platform/components';
import { exportedBy, type Metric, MetricType } from './metric';

const { COUNTER, GAUGE, HISTOGRAM } = MetricType;

const TRIGGER = 'namespace metric scaledObject scaler triggerIndex type';
const GRPC = 'grpc_type grpc_service grpc_method';
const CLOUD_EVENTS = 'a CloudEventSource';
const HTTP_SCALER = 'a scaler that asks over HTTP, such as prometheus';

/** Those of KEDA itself. */
export const KEDA_METRICS: readonly Metric[] = [
  ...exportedBy(
    [OPERATOR.name],
    [
      'keda_build_info',
      GAUGE,
      'git_commit goarch goos goversion version',
      'Always 1; the version of KEDA is in its labels.',
    ],
    [
      'keda_scaler_active',
      GAUGE,
      TRIGGER,
      "Whether a trigger is active (1) or not (0), as of KEDA's last poll, every 15 s.",
    ],
    [
      'keda_scaler_metrics_value',
      GAUGE,
      TRIGGER,
      "A trigger's value as the HPA gets it: requests in flight or requests a second.",
    ],
    ['keda_scaler_metrics_latency_seconds', GAUGE, TRIGGER, 'Time that the last read of a trigger took.'],
    ['keda_scaler_detail_errors_total', COUNTER, TRIGGER, 'Failed reads of a trigger.'],
    [
      'keda_scaled_object_errors_total',
      COUNTER,
      'namespace scaledObject',
      'Failures of a ScaledObject, those of its triggers included.',
    ],
    ['keda_scaled_object_paused', GAUGE, 'namespace scaledObject', 'Whether a ScaledObject is paused (1) or not (0).'],
    [
      'keda_internal_scale_loop_latency_seconds',
      GAUGE,
      'namespace resource type',
      'How late the last poll of a ScaledObject was.',
    ],
    ['keda_trigger_registered_total', GAUGE, 'type', 'Triggers that KEDA serves.'],
    ['keda_resource_registered_total', GAUGE, 'namespace type', 'Objects that KEDA serves.'],
    [
      'keda_grpc_client_started_total',
      COUNTER,
      `${GRPC} scaler`,
      'Calls and streams that KEDA began to external scalers.',
    ],
    [
      'keda_grpc_client_handled_total',
      COUNTER,
      `${GRPC} grpc_code scaler`,
      'Calls and streams to external scalers that ended. A `StreamIsActive` that ends with an error is a broken activation stream.',
    ],
    ['keda_grpc_client_handling_seconds', HISTOGRAM, `${GRPC} scaler`, 'Duration of those calls and streams.'],
    ['keda_grpc_client_msg_received_total', COUNTER, `${GRPC} scaler`, 'Messages from external scalers.'],
    ['keda_grpc_client_msg_sent_total', COUNTER, `${GRPC} scaler`, 'Messages to external scalers.'],
    [
      'keda_internal_metricsservice_grpc_server_started_total',
      COUNTER,
      GRPC,
      'Calls from the metrics server that began.',
    ],
    [
      'keda_internal_metricsservice_grpc_server_handled_total',
      COUNTER,
      `${GRPC} grpc_code`,
      'Calls from the metrics server that ended.',
    ],
    ['keda_internal_metricsservice_grpc_server_handling_seconds', HISTOGRAM, GRPC, 'Duration of those calls.'],
    ['keda_internal_metricsservice_grpc_server_msg_received_total', COUNTER, GRPC, 'Messages from the metrics server.'],
    ['keda_internal_metricsservice_grpc_server_msg_sent_total', COUNTER, GRPC, 'Messages to the metrics server.'],
    ['keda_scaled_job_errors_total', COUNTER, 'namespace scaledJob', 'Failures of a ScaledJob.', 'a ScaledJob'],
    [
      'keda_scaler_empty_upstream_responses_total',
      COUNTER,
      'ignoreNullValues metricName namespace resourceType scaledResource triggerName',
      'Empty answers to the queries of a trigger.',
      'a prometheus trigger',
    ],
    [
      'keda_scaler_http_requests_total',
      COUNTER,
      'metric_name namespace scaled_resource scaler status_code trigger_name',
      'HTTP requests of triggers.',
      HTTP_SCALER,
    ],
    [
      'keda_scaler_http_request_duration_seconds',
      HISTOGRAM,
      'scaler status_code',
      'Duration of those requests.',
      HTTP_SCALER,
    ],
    [
      'keda_cloudeventsource_events_emitted_total',
      COUNTER,
      'cloudeventsource eventsink namespace state',
      'CloudEvents that were sent, or could not be.',
      CLOUD_EVENTS,
    ],
    ['keda_cloudeventsource_events_queued', GAUGE, 'namespace', 'CloudEvents that wait to be sent.', CLOUD_EVENTS],
  ),
  ...exportedBy(
    [METRICS_SERVER.name],
    ['keda_internal_metricsservice_grpc_client_started_total', COUNTER, GRPC, 'Calls to the operator that began.'],
    [
      'keda_internal_metricsservice_grpc_client_handled_total',
      COUNTER,
      `${GRPC} grpc_code`,
      'Calls to the operator that ended: one for each value that an HPA asks for.',
    ],
    ['keda_internal_metricsservice_grpc_client_handling_seconds', HISTOGRAM, GRPC, 'Duration of those calls.'],
    ['keda_internal_metricsservice_grpc_client_msg_received_total', COUNTER, GRPC, 'Messages from the operator.'],
    ['keda_internal_metricsservice_grpc_client_msg_sent_total', COUNTER, GRPC, 'Messages to the operator.'],
  ),
  ...exportedBy(
    [WEBHOOKS.name],
    [
      'keda_webhook_scaled_object_validations_total',
      COUNTER,
      'action namespace',
      'ScaledObjects that were checked.',
      'the first ScaledObject after the start',
    ],
    [
      'keda_webhook_scaled_object_validation_errors_total',
      COUNTER,
      'action namespace reason',
      'ScaledObjects that were refused.',
      'the first refusal',
    ],
  ),
];
