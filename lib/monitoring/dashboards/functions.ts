import { COLD_START_TARGET, ROUTE } from '../rules/functions';
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
import type { Dashboard, Query } from './model';

const CHOSEN = 'route_namespace=~"$namespace", route_name=~"$function"';
const CHOSEN_SCALED_OBJECT = 'namespace=~"$namespace", scaledObject=~"$function"';
const NAME = '{{route_namespace}}/{{route_name}}';
const SCALED_OBJECT = '{{namespace}}/{{scaledObject}}';

/** What the chosen functions do; the seed's invocation metrics. */
export const FUNCTIONS_DASHBOARD: Dashboard = {
  uid: 'keda-functions',
  title: 'Functions',
  variables: [
    { name: 'namespace', label: 'Namespace', series: COLD_START_TARGET, valuesOf: 'route_namespace' },
    {
      name: 'function',
      label: 'Function',
      series: `${COLD_START_TARGET}{route_namespace=~"$namespace"}`,
      valuesOf: 'route_name',
    },
  ],
  rows: [
    {
      title: 'Invocations',
      panels: [
        {
          title: 'Invocations',
          description: 'Requests that were answered in the chosen time.',
          kind: 'bargauge',
          unit: 'short',
          queries: [inRange(REQUESTS, ROUTE, NAME)],
        },
        {
          title: 'Invocation rate',
          description: 'Answers a second, over 5 minutes.',
          unit: 'reqps',
          queries: [{ expr: `${REQUEST_RATE}{${CHOSEN}}`, legend: NAME }],
        },
        {
          title: 'Requests in flight',
          description: 'Requests that wait for a pod or for an answer.',
          unit: 'short',
          queries: [{ expr: `${CONCURRENCY}{${CHOSEN}}`, legend: NAME }],
        },
        {
          title: 'Status codes',
          description: 'Answers by status code in the chosen time.',
          kind: 'bargauge',
          unit: 'short',
          queries: [inRange(REQUESTS, 'code', '{{code}}')],
        },
        {
          title: 'Error ratio',
          description: 'Share of 5xx answers, over 10 minutes. 502 and 504 come from the interceptor.',
          unit: 'percentunit',
          queries: [{ expr: `${ERROR_RATIO}{${CHOSEN}}`, legend: NAME }],
        },
        {
          title: 'Duration',
          description: 'Time to the end of the answer, cold starts included, over 5 minutes.',
          unit: 's',
          queries: Object.entries(DURATION_QUANTILES).map(([quantile, name]) => ({
            expr: `${name}{${CHOSEN}}`,
            legend: `p${Number(quantile) * 100} ${NAME}`,
          })),
        },
      ],
    },
    {
      title: 'Cold starts',
      panels: [
        {
          title: 'Cold starts',
          description: 'Times that a function was woken from zero in the chosen time.',
          kind: 'bargauge',
          unit: 'short',
          queries: [inRange(COLD_STARTS, ROUTE, NAME)],
        },
        {
          title: 'Cold requests',
          description: 'Requests that waited for the first pod in the chosen time.',
          kind: 'bargauge',
          unit: 'short',
          queries: [inRange(COLD_REQUESTS, ROUTE, NAME)],
        },
        {
          title: 'Cold request duration',
          description: "p90 of cold requests over 6 hours, and the runtimes' targets.",
          unit: 's',
          queries: [
            { expr: `${coldQuantile(0.9, '6h')} >= 0 and on (${ROUTE}) ${COLD_START_TARGET}{${CHOSEN}}`, legend: NAME },
            { expr: `max by (runtime) (${COLD_START_TARGET}{${CHOSEN}})`, legend: 'target {{runtime}}' },
          ],
        },
      ],
    },
    {
      title: 'Scaling',
      panels: [
        {
          title: 'Active',
          description:
            "Whether KEDA sees traffic (1) or not (0), as of its last poll. A function's pods outlast it by the cooldown.",
          unit: 'short',
          queries: [
            {
              expr: `max by (namespace, scaledObject) (keda_scaler_active{${CHOSEN_SCALED_OBJECT}})`,
              legend: SCALED_OBJECT,
            },
          ],
        },
        {
          title: 'Scaler value',
          description: 'What the autoscaler scales by: requests in flight and requests a second.',
          unit: 'short',
          queries: [
            { expr: `keda_scaler_metrics_value{${CHOSEN_SCALED_OBJECT}}`, legend: `${SCALED_OBJECT} {{metric}}` },
          ],
        },
        {
          title: 'Scaling errors',
          description: 'Failures of the ScaledObject and its triggers in 5 minutes.',
          unit: 'short',
          queries: [
            {
              expr: `sum by (namespace, scaledObject) (increase(keda_scaled_object_errors_total{${CHOSEN_SCALED_OBJECT}}[5m]))`,
              legend: SCALED_OBJECT,
            },
          ],
        },
      ],
    },
  ],
};

/** The sum of a recorded growth over the chosen time. */
function inRange(series: string, labels: string, legend: string): Query {
  return { expr: `sum by (${labels}) (sum_over_time(${series}{${CHOSEN}}[$__range]))`, legend };
}
