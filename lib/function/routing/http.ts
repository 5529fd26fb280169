import { notWhere, type Rule } from '../../fields';
import { isResource } from '../../triggers/rules/common';
import type { FunctionProps } from '../props';

/** What is about requests: a layer with `http: false` takes it away from those under it, and must not have any of it. */
export const ABOUT_REQUESTS = [
  'hosts',
  'visibility',
  'pathPrefixes',
  'headers',
  'readinessTimeout',
  'requestTimeout',
  'coldStart',
  'scaler',
  'concurrency',
  'requestRate',
  'requestRateWindow',
  'requestRateGranularity',
  'protocol',
  'port',
  'healthPath',
  'readinessProbe',
  'schedules',
] as const satisfies readonly (keyof FunctionProps)[];

type Filled = FunctionProps & Required<Pick<FunctionProps, 'http' | 'minReplicas'>>;

export const HTTP_RULES: Rule<Filled, FunctionProps>[] = [
  ...notWhere<Filled, FunctionProps>(ABOUT_REQUESTS, ['http'], ({ http }) => !http, {
    reason: 'is about requests, and http is false',
    allowed: 'none, or http: true',
  }),
  {
    props: ['http', 'triggers', 'warm'],
    check: ({ http, triggers = [], warm = [] }) =>
      http || triggers.length + warm.length > 0
        ? undefined
        : { prop: 'http', reason: 'leaves nothing that wakes the function', allowed: 'triggers or warm beside it' },
  },
  {
    props: ['http', 'triggers', 'warm', 'minReplicas', 'idleReplicas'],
    check({ http, triggers = [], warm = [], minReplicas, idleReplicas = minReplicas }) {
      const wakes = http || warm.length > 0 || !triggers.every(isResource);
      if (wakes || triggers.length === 0 || idleReplicas > 0) return undefined;
      return {
        prop: minReplicas === 0 ? 'minReplicas' : 'idleReplicas',
        reason: 'is a function that cpu and memory do not wake',
        allowed: 'minReplicas from 1 on, or a trigger beside them',
      };
    },
  },
  {
    props: ['http', 'probes'],
    check({ http, probes = {} }) {
      const kind = http
        ? undefined
        : (['liveness', 'readiness', 'startup'] as const).find((name) => {
            const { exec, none, port } = probes[name]?._props ?? { none: true };
            return !exec && !none && port === undefined;
          });
      return (
        kind && {
          prop: 'probes',
          item: [kind, 'port'],
          reason: 'is missing, and http is false',
          allowed: 'the port that is asked',
        }
      );
    },
  },
  ...notWhere<Filled, FunctionProps>(
    ['startupTimeout'],
    ['http', 'probes'],
    ({ http, probes = {} }) => !http && !probes.liveness && !probes.startup,
    { reason: 'has no effect without a probe', allowed: 'probes beside it' },
  ),
];
