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
  rows: [
    {
      title: 'Components',
      panels: [
        {
          title: 'Pods up',
          description: 'Pods of each component that Prometheus scrapes.',
          kind: 'stat',
          unit: 'short',
          queries: [{ expr: `sum by (job) (up{${OURS}})`, legend: '{{job}}' }],
        },
        {
          title: 'Memory',
          description: 'Largest pod of each component.',
          unit: 'bytes',
          queries: [{ expr: `max by (job) (process_resident_memory_bytes{${OURS}})`, legend: '{{job}}' }],
        },
        {
          title: 'CPU',
          description: 'Cores used by all pods of each component.',
          unit: 'short',
          queries: [{ expr: `sum by (job) (rate(process_cpu_seconds_total{${OURS}}[5m]))`, legend: '{{job}}' }],
        },
        {
          title: 'KEDA',
          description: 'Version that runs.',
          kind: 'stat',
          unit: 'short',
          queries: [{ expr: 'count by (version) (keda_build_info)', legend: '{{version}}' }],
        },
        {
          title: 'HTTP add-on',
          description: 'Version that runs, and its pods.',
          kind: 'stat',
          unit: 'short',
          queries: [
            {
              expr: `count by (service_name, service_version) (target_info{${OURS}})`,
              legend: '{{service_name}} {{service_version}}',
            },
          ],
        },
        {
          title: 'Objects',
          description: 'Objects that KEDA serves.',
          unit: 'short',
          queries: [{ expr: 'sum by (type) (keda_resource_registered_total)', legend: '{{type}}' }],
        },
      ],
    },
    {
      title: 'Traffic',
      panels: [
        {
          title: 'Answers',
          description: 'Answers a second by status code, over 5 minutes.',
          unit: 'reqps',
          queries: [{ expr: `sum by (code) (sum_over_time(${REQUESTS}[5m])) / 300`, legend: '{{code}}' }],
        },
        {
          title: 'Requests in flight',
          description: 'By interceptor pod. KEDA adds pods from 200 each on.',
          unit: 'short',
          queries: [{ expr: 'sum by (instance) (interceptor_request_concurrency)', legend: '{{instance}}' }],
        },
        {
          title: 'Unknown hosts',
          description: 'Requests a second for hosts that no function has, over 5 minutes.',
          unit: 'reqps',
          queries: [
            { expr: `sum(sum_over_time(${REQUESTS}{route_name=""}[5m])) / 300 or vector(0)`, legend: 'unknown' },
          ],
        },
        {
          title: 'Cold starts',
          description: 'Functions woken from zero in 5 minutes, by runtime.',
          unit: 'short',
          queries: [
            {
              expr: `sum by (runtime) (sum_over_time(${COLD_STARTS}[5m]) * on (${ROUTE}) group_left (runtime) (${COLD_START_TARGET} > bool 0)) or vector(0)`,
              legend: '{{runtime}}',
            },
          ],
        },
        {
          title: 'Cold request duration',
          description: 'p90 of cold requests over 6 hours, by function: the ten slowest.',
          unit: 's',
          queries: [
            { expr: `topk(10, ${coldQuantile(0.9, '6h')} >= 0)`, legend: '{{route_namespace}}/{{route_name}}' },
          ],
        },
      ],
    },
    {
      title: 'Scaling',
      panels: [
        {
          title: 'Poll delay',
          description: 'How late KEDA polled its ScaledObjects last: the latest one.',
          unit: 's',
          queries: [{ expr: 'max(keda_internal_scale_loop_latency_seconds)', legend: 'latest' }],
        },
        {
          title: 'Trigger read',
          description: 'Time that the last read of a trigger took: the slowest one.',
          unit: 's',
          queries: [{ expr: 'max by (scaler) (keda_scaler_metrics_latency_seconds)', legend: '{{scaler}}' }],
        },
        {
          title: 'Interceptors asked',
          description: 'Interceptor pods that the scaler asks, and those that did not answer.',
          unit: 'short',
          queries: [
            { expr: 'max(scaler_pinger_endpoints)', legend: 'asked' },
            { expr: 'max(scaler_pinger_unreachable_pods)', legend: 'unreachable' },
            { expr: `count(up{job="${INTERCEPTOR.name}"} == 1)`, legend: 'up' },
          ],
        },
        {
          title: 'Time to ask interceptors',
          description: 'p95 over 5 minutes.',
          unit: 's',
          queries: [
            {
              expr: 'histogram_quantile(0.95, sum by (le) (rate(scaler_pinger_fetch_duration_seconds_bucket[5m])))',
              legend: 'p95',
            },
          ],
        },
        {
          title: 'Errors',
          description: 'Failures in 5 minutes, by where they are seen.',
          unit: 'short',
          queries: [
            { expr: 'sum(increase(keda_scaled_object_errors_total[5m])) or vector(0)', legend: 'ScaledObjects' },
            { expr: 'sum(increase(keda_scaler_detail_errors_total[5m])) or vector(0)', legend: 'triggers' },
            { expr: 'sum(increase(scaler_pinger_fetch_errors_total[5m])) or vector(0)', legend: 'scaler' },
            {
              expr: 'sum(increase(keda_grpc_client_handled_total{grpc_code!~"OK|Canceled"}[5m])) or vector(0)',
              legend: 'calls to the scaler',
            },
            {
              expr: 'sum(increase(keda_internal_metricsservice_grpc_client_handled_total{grpc_code!="OK"}[5m])) or vector(0)',
              legend: 'values for autoscalers',
            },
            {
              expr: 'sum(increase(keda_webhook_scaled_object_validation_errors_total[5m])) or vector(0)',
              legend: 'refused ScaledObjects',
            },
          ],
        },
        {
          title: 'Paused',
          description: 'ScaledObjects that are paused, which then do not wake up.',
          kind: 'stat',
          unit: 'short',
          queries: [{ expr: 'sum(keda_scaled_object_paused) or vector(0)', legend: 'paused' }],
        },
      ],
    },
  ],
};
