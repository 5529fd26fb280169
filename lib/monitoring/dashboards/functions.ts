import { COLD_START_TARGET, ROUTE, SCALES_TO_ZERO_AFTER } from '../rules/functions';
import {
  COLD_REQUESTS,
  COLD_STARTS,
  CONCURRENCY,
  coldQuantile,
  DURATION_QUANTILES,
  ERROR_RATIO,
  REQUEST_RATE,
  REQUESTS,
} from '../rules/recording';
import type { Dashboard, Queries } from './model';

const CHOSEN = 'route_namespace=~"$namespace", route_name=~"$function"';
const CHOSEN_SCALED_OBJECT = 'namespace=~"$namespace", scaledObject=~"$function"';
/** A function has one of them, whatever its runtime and its scaling. */
const OF_FUNCTIONS = `__name__=~"${[COLD_START_TARGET, SCALES_TO_ZERO_AFTER, CONCURRENCY].join('|')}"`;
const NAME = '{{route_namespace}}/{{route_name}}';
const SCALED_OBJECT = '{{namespace}}/{{scaledObject}}';

/** What the chosen functions do: their invocations. */
export const FUNCTIONS_DASHBOARD: Dashboard = {
  uid: 'keda-functions',
  title: 'Functions',
  variables: [
    { name: 'namespace', label: 'Namespace', series: `{${OF_FUNCTIONS}}`, valuesOf: 'route_namespace' },
    {
      name: 'function',
      label: 'Function',
      series: `{${OF_FUNCTIONS}, route_namespace=~"$namespace"}`,
      valuesOf: 'route_name',
    },
  ],
  rows: {
    Invocations: {
      Invocations: {
        description: 'Requests that were answered in the chosen time.',
        kind: 'bargauge',
        queries: inRange(REQUESTS, ROUTE, NAME),
      },
      'Invocation rate': {
        description: 'Answers a second, over 5 minutes.',
        unit: 'reqps',
        queries: { [NAME]: `${REQUEST_RATE}{${CHOSEN}}` },
      },
      'Requests in flight': {
        description: 'Requests that wait for a pod or for an answer.',
        queries: { [NAME]: `${CONCURRENCY}{${CHOSEN}}` },
      },
      'Status codes': {
        description: 'Answers by status code in the chosen time.',
        kind: 'bargauge',
        queries: inRange(REQUESTS, 'code', '{{code}}'),
      },
      'Error ratio': {
        description: 'Share of 5xx answers, over 10 minutes. 502 and 504 come from the interceptor.',
        unit: 'percentunit',
        queries: { [NAME]: `${ERROR_RATIO}{${CHOSEN}}` },
      },
      Duration: {
        description: 'Time to the end of the answer, cold starts included, over 5 minutes.',
        unit: 's',
        queries: Object.fromEntries(
          Object.entries(DURATION_QUANTILES).map(([quantile, name]) => [
            `p${Number(quantile) * 100} ${NAME}`,
            `${name}{${CHOSEN}}`,
          ]),
        ),
      },
    },
    'Cold starts': {
      'Cold starts': {
        description: 'Times that a function was woken from zero in the chosen time.',
        kind: 'bargauge',
        queries: inRange(COLD_STARTS, ROUTE, NAME),
      },
      'Cold requests': {
        description: 'Requests that waited for the first pod in the chosen time.',
        kind: 'bargauge',
        queries: inRange(COLD_REQUESTS, ROUTE, NAME),
      },
      'Cold request duration': {
        description: "p90 of cold requests over 6 hours, and the runtimes' targets.",
        unit: 's',
        queries: {
          [NAME]: `${coldQuantile(0.9, '6h')} >= 0 and on (${ROUTE}) ${COLD_START_TARGET}{${CHOSEN}}`,
          'target {{runtime}}': `max by (runtime) (${COLD_START_TARGET}{${CHOSEN}})`,
        },
      },
    },
    Scaling: {
      Active: {
        description:
          "Whether KEDA sees traffic (1) or not (0), as of its last poll. A function's pods outlast it by the cooldown.",
        queries: { [SCALED_OBJECT]: `max by (namespace, scaledObject) (keda_scaler_active{${CHOSEN_SCALED_OBJECT}})` },
      },
      'Scaler value': {
        description: 'What the autoscaler scales by: requests in flight and requests a second.',
        queries: { [`${SCALED_OBJECT} {{metric}}`]: `keda_scaler_metrics_value{${CHOSEN_SCALED_OBJECT}}` },
      },
      'Scaling errors': {
        description: 'Failures of the ScaledObject and its triggers in 5 minutes.',
        queries: {
          [SCALED_OBJECT]: `sum by (namespace, scaledObject) (increase(keda_scaled_object_errors_total{${CHOSEN_SCALED_OBJECT}}[5m]))`,
        },
      },
    },
  },
};

/** The sum of a recorded growth over the chosen time. */
function inRange(series: string, labels: string, legend: string): Queries {
  return { [legend]: `sum by (${labels}) (sum_over_time(${series}{${CHOSEN}}[$__range]))` };
}
