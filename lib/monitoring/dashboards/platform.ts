import { INTERCEPTOR, SCRAPED } from '../../platform/components';
import { COLD_START_TARGET, ROUTE } from '../rules/functions';
import { COLD_STARTS, coldQuantile, REQUESTS } from '../rules/recording';
import type { Dashboard } from './model';

const OURS = `job=~"${SCRAPED.map(({ name }) => name).join('|')}"`;

/** KEDA and its HTTP add-on as a whole. */
export const PLATFORM_DASHBOARD: Dashboard = {
  uid: 'keda-functions-platform',
  title: 'Functions platform',
  variables: [],
  rows: {
    Components: {
      'Pods up': {
        description: 'Pods of each component that Prometheus scrapes.',
        kind: 'stat',
        queries: { '{{job}}': `sum by (job) (up{${OURS}})` },
      },
      Memory: {
        description: 'Largest pod of each component.',
        unit: 'bytes',
        queries: { '{{job}}': `max by (job) (process_resident_memory_bytes{${OURS}})` },
      },
      CPU: {
        description: 'Cores used by all pods of each component.',
        queries: { '{{job}}': `sum by (job) (rate(process_cpu_seconds_total{${OURS}}[5m]))` },
      },
      KEDA: {
        description: 'Version that runs.',
        kind: 'stat',
        queries: { '{{version}}': 'count by (version) (keda_build_info)' },
      },
      'HTTP add-on': {
        description: 'Version that runs, and its pods.',
        kind: 'stat',
        queries: {
          '{{service_name}} {{service_version}}': `count by (service_name, service_version) (target_info{${OURS}})`,
        },
      },
      Objects: {
        description: 'Objects that KEDA serves.',
        queries: { '{{type}}': 'sum by (type) (keda_resource_registered_total)' },
      },
    },
    Traffic: {
      Answers: {
        description: 'Answers a second by status code, over 5 minutes.',
        unit: 'reqps',
        queries: { '{{code}}': `sum by (code) (sum_over_time(${REQUESTS}[5m])) / 300` },
      },
      'Requests in flight': {
        description: 'By interceptor pod. KEDA adds pods from 200 each on.',
        queries: { '{{instance}}': 'sum by (instance) (interceptor_request_concurrency)' },
      },
      'Unknown hosts': {
        description: 'Requests a second for hosts that no function has, over 5 minutes.',
        unit: 'reqps',
        queries: { unknown: `sum(sum_over_time(${REQUESTS}{route_name=""}[5m])) / 300 or vector(0)` },
      },
      'Cold starts': {
        description: 'Functions woken from zero in 5 minutes, by runtime.',
        queries: {
          '{{runtime}}': `sum by (runtime) (sum_over_time(${COLD_STARTS}[5m]) * on (${ROUTE}) group_left (runtime) (${COLD_START_TARGET} > bool 0)) or vector(0)`,
        },
      },
      'Cold request duration': {
        description: 'p90 of cold requests over 6 hours, by function: the ten slowest.',
        unit: 's',
        queries: { '{{route_namespace}}/{{route_name}}': `topk(10, ${coldQuantile(0.9, '6h')} >= 0)` },
      },
    },
    Scaling: {
      'Poll delay': {
        description: 'How late KEDA polled its ScaledObjects last: the latest one.',
        unit: 's',
        queries: { latest: 'max(keda_internal_scale_loop_latency_seconds)' },
      },
      'Trigger read': {
        description: 'Time that the last read of a trigger took: the slowest one.',
        unit: 's',
        queries: { '{{scaler}}': 'max by (scaler) (keda_scaler_metrics_latency_seconds)' },
      },
      'Interceptors asked': {
        description: 'Interceptor pods that the scaler asks, and those that did not answer.',
        queries: {
          asked: 'max(scaler_pinger_endpoints)',
          unreachable: 'max(scaler_pinger_unreachable_pods)',
          up: `count(up{job="${INTERCEPTOR.name}"} == 1)`,
        },
      },
      'Time to ask interceptors': {
        description: 'p95 over 5 minutes.',
        unit: 's',
        queries: {
          p95: 'histogram_quantile(0.95, sum by (le) (rate(scaler_pinger_fetch_duration_seconds_bucket[5m])))',
        },
      },
      Errors: {
        description: 'Failures in 5 minutes, by where they are seen.',
        queries: {
          ScaledObjects: 'sum(increase(keda_scaled_object_errors_total[5m])) or vector(0)',
          triggers: 'sum(increase(keda_scaler_detail_errors_total[5m])) or vector(0)',
          scaler: 'sum(increase(scaler_pinger_fetch_errors_total[5m])) or vector(0)',
          'calls to the scaler':
            'sum(increase(keda_grpc_client_handled_total{grpc_code!~"OK|Canceled"}[5m])) or vector(0)',
          'values for autoscalers':
            'sum(increase(keda_internal_metricsservice_grpc_client_handled_total{grpc_code!="OK"}[5m])) or vector(0)',
          'refused ScaledObjects': 'sum(increase(keda_webhook_scaled_object_validation_errors_total[5m])) or vector(0)',
        },
      },
      Paused: {
        description: 'ScaledObjects that are paused, which then do not wake up.',
        kind: 'stat',
        queries: { paused: 'sum(keda_scaled_object_paused) or vector(0)' },
      },
    },
  },
};
