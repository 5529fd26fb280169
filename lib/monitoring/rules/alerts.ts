import { INTERCEPTOR, type PlatformComponent, SCRAPED } from '../../platform/components';
import type { Thresholds } from '../fields';
import { COLD_START_TARGET, ROUTE } from './functions';
import { COLD_REQUESTS, CONCURRENCY, coldQuantile, ERROR_RATIO, REQUESTS } from './recording';
import { type PromRule, promDuration, promql } from './rule';

type Severity = 'critical' | 'warning';

/** An alert; `docs/runbooks/<name>.md` says what to do. */
export interface Alert {
  readonly name: string;
  /** When it fires, for the list in docs/how-to/monitoring.md: `` `name` `` is a threshold of the declaration. */
  readonly fires: string;
  readonly severity: Severity;
  readonly expr: string;
  /** How long the expression has to hold. @default - not at all */
  readonly for?: string;
  readonly summary: string;
  readonly description: string;
  readonly labels?: { readonly [name: string]: string };
}

/** Fewer failures of a ScaledObject in ten minutes are a passing trouble: KEDA polls at least 20 times. */
const SCALED_OBJECT_ERRORS = 3;
/** Share of an HPA's questions that may fail. */
const METRICS_ERROR_RATIO = 0.1;
/** Fewer errors or cold requests say nothing of a share. */
const ENOUGH = 5;
const COLD_START_RANGE = '6h';

/** Objects that passed one of KEDA's webhooks unchecked. */
const FAILED_OPEN = `apiserver_admission_webhook_fail_open_count{name=~"v(scaledobject|scaledjob|(cluster)?triggerauthentication|(cluster)?cloudeventsource)\\\\.kb\\\\.io"}`;

function down({ name, severity, without }: PlatformComponent): Alert {
  return {
    name: 'KedaComponentDown',
    fires: 'no pod of a component is scraped',
    severity,
    expr: `absent(up{job="${name}"} == 1)`,
    for: '5m',
    labels: { job: name },
    summary: `No pod of ${name} can be scraped.`,
    description: `${without[0]!.toUpperCase()}${without.slice(1)}. Or Prometheus does not find or reach its pods.`,
  };
}

/** Alerts about KEDA and its HTTP add-on. */
export function platformAlerts(thresholds: Thresholds): Alert[] {
  return [
    ...(['critical', 'warning'] as const).flatMap((urgency) =>
      SCRAPED.filter(({ severity }) => severity === urgency).map(down),
    ),
    {
      name: 'KedaScalerCannotReachInterceptors',
      fires: 'the scaler does not see the requests of an interceptor pod',
      severity: 'critical',
      expr: `max(scaler_pinger_unreachable_pods) > 0 or sum(increase(scaler_pinger_fetch_errors_total[5m])) > 0`,
      for: '5m',
      summary: 'The external scaler does not reach every interceptor pod.',
      description: 'Requests that wait in an interceptor which the scaler does not reach wake no function.',
    },
    {
      name: 'KedaActivationStreamFailing',
      fires: 'streams from KEDA to the scaler keep breaking',
      severity: 'critical',
      expr: `sum by (scaler) (increase(keda_grpc_client_handled_total{grpc_method="StreamIsActive", grpc_code!~"OK|Canceled"}[5m])) > 0`,
      for: '10m',
      summary: 'KEDA cannot keep its activation streams to the external scaler open.',
      description: 'Functions wake up late, by the next poll instead of at once, or not at all.',
    },
    {
      name: 'KedaScaleLoopLate',
      fires: 'KEDA polls more than `scaleLoopDelay` late',
      severity: 'warning',
      expr: `max(keda_internal_scale_loop_latency_seconds) > ${thresholds.scaleLoopDelay.toSeconds()}`,
      for: '10m',
      summary: 'KEDA polls its ScaledObjects late.',
      description:
        'The last poll of a ScaledObject was {{ $value | humanizeDuration }} late: the operator has too much to do, or its client is throttled.',
    },
    {
      name: 'KedaExternalMetricsFailing',
      fires: 'the HPAs get errors for more than 10 % of what they ask',
      severity: 'warning',
      expr: `sum(increase(keda_internal_metricsservice_grpc_client_handled_total{grpc_code!="OK"}[10m]))
        / sum(increase(keda_internal_metricsservice_grpc_client_handled_total[10m])) > ${METRICS_ERROR_RATIO}`,
      for: '10m',
      summary: 'The autoscalers get no values from KEDA.',
      description:
        '{{ $value | humanizePercentage }} of what the HPAs ask for fails: functions keep the number of pods that they have.',
    },
    {
      name: 'KedaExternalMetricsApiUnavailable',
      fires: "the API server does not reach KEDA's metrics server",
      severity: 'critical',
      expr: `max by (name) (aggregator_unavailable_apiservice{name="v1beta1.external.metrics.k8s.io"}) == 1`,
      for: '5m',
      summary: "The API server does not reach KEDA's external metrics API.",
      description:
        'No function scales beyond the number of pods that it has. An expired certificate of the metrics server shows here.',
    },
    {
      name: 'KedaWebhookUnreachable',
      fires: "the API server did not reach KEDA's webhooks",
      severity: 'warning',
      // the first failure begins the series; one that is older than the scrapes is none of the last ten minutes
      expr: `sum by (name) (
          ${FAILED_OPEN} - ${FAILED_OPEN} offset 10m > 0
          or (${FAILED_OPEN} unless ${FAILED_OPEN} offset 10m) and on (job, instance) up offset 10m == 1
        )`,
      summary: "The API server did not reach KEDA's admission webhook {{ $labels.name }}.",
      description: 'Objects were accepted unchecked. An expired certificate of the webhook shows here.',
    },
    {
      name: 'KedaInterceptorSaturated',
      fires: 'more than `interceptorConcurrency` requests in flight per interceptor pod',
      severity: 'warning',
      expr: `sum(interceptor_request_concurrency) / count(up{job="${INTERCEPTOR.name}"} == 1) > ${thresholds.interceptorConcurrency}`,
      for: '5m',
      summary: 'The interceptor holds too many requests.',
      description:
        '{{ $value | humanize }} requests in flight per interceptor pod: it does not scale, is at its maximum, or a function does not answer.',
    },
  ];
}

/** Alerts about functions, one for each function that they are about. */
export function functionAlerts(thresholds: Thresholds): Alert[] {
  const answerWithin = promDuration(thresholds.answerWithin.toSeconds());
  return [
    {
      name: 'FunctionCannotScale',
      fires: 'a ScaledObject failed three times in ten minutes',
      severity: 'critical',
      expr: `sum by (namespace, scaledObject) (increase(keda_scaled_object_errors_total[10m])) >= ${SCALED_OBJECT_ERRORS}`,
      for: '5m',
      summary: 'KEDA cannot scale {{ $labels.namespace }}/{{ $labels.scaledObject }}.',
      description: 'Its ScaledObject fails: the function may not wake up, or not get more pods under load.',
    },
    {
      name: 'FunctionRequestsWait',
      fires: 'requests wait, and none is answered for `answerWithin`',
      severity: 'critical',
      expr: `${CONCURRENCY} > 0 unless on (${ROUTE}) sum by (${ROUTE}) (sum_over_time(${REQUESTS}[${answerWithin}])) > 0`,
      for: answerWithin,
      summary: 'Requests to {{ $labels.route_namespace }}/{{ $labels.route_name }} get no answer.',
      description: `{{ $value }} requests wait, and none was answered for ${answerWithin}: the function does not start, or hangs.`,
    },
    {
      name: 'FunctionErrors',
      fires: 'more than `errorRatio` of the answers, and at least five, are 5xx',
      severity: 'critical',
      expr: `${ERROR_RATIO} > ${thresholds.errorRatio}
        and on (${ROUTE}) sum by (${ROUTE}) (sum_over_time(${REQUESTS}{code=~"5.."}[10m])) >= ${ENOUGH}`,
      for: '5m',
      summary: '{{ $labels.route_namespace }}/{{ $labels.route_name }} answers with errors.',
      description:
        '{{ $value | humanizePercentage }} of the answers of the last 10 minutes are 5xx. 502 and 504 come from the interceptor: no pod, or no answer in time.',
    },
    {
      name: 'FunctionColdStartsSlow',
      fires: "fewer than `coldStartObjective` of the cold requests of 6 h, of at least five, met the runtime's target",
      severity: 'warning',
      expr: `${coldQuantile(thresholds.coldStartObjective, COLD_START_RANGE)}
        > on (${ROUTE}) group_left (runtime) ${COLD_START_TARGET}
        and on (${ROUTE}) sum_over_time(${COLD_REQUESTS}[${COLD_START_RANGE}]) >= ${ENOUGH}`,
      summary:
        '{{ $labels.route_namespace }}/{{ $labels.route_name }} starts too slowly for the runtime {{ $labels.runtime }}.',
      description: `The slowest ${percent(1 - thresholds.coldStartObjective)} of its cold requests of the last 6 hours took {{ $value | humanizeDuration }} or longer, over the target of its runtime.`,
    },
  ];
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}

/** The alerts as rules; `runbooks` is the address of the folder with one page an alert, with a `/` at its end. */
export function alertRules(alerts: Alert[], runbooks: string): PromRule[] {
  return alerts.map(({ name, severity, expr, for: time, summary, description, labels }) => ({
    alert: name,
    expr: promql(expr),
    ...(time && { for: time }),
    labels: { severity, ...labels },
    annotations: { summary, description, runbook_url: `${runbooks}${name}.md` },
  }));
}
