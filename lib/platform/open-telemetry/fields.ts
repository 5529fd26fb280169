import { Duration } from 'cdk8s';
import { boolean, duration, type Fields, notWhere, type Rule, ratio, Table, text } from '../../fields';
import type { OpenTelemetryProps } from './props';

const fields = {
  endpoint: {
    ...text({
      // no path at its end: it would stand before that of each signal
      pattern: /^https?:\/\/[A-Za-z0-9[\]][A-Za-z0-9.:[\]-]*$/,
      allowed: 'http://<host>:<port> or https://<host>:<port>',
    }),
    required: true,
  },
  metrics: { ...boolean(), default: true },
  metricInterval: duration({ min: Duration.seconds(1) }),
  traces: { ...boolean(), default: false },
  traceRatio: ratio(),
} satisfies Fields<OpenTelemetryProps>;

type Settings = OpenTelemetryProps & { readonly metrics: boolean; readonly traces: boolean };

const RULES: Rule<Settings, OpenTelemetryProps>[] = [
  {
    props: ['metrics', 'traces'],
    check: ({ metrics, traces }) =>
      metrics || traces
        ? undefined
        : { prop: 'metrics', reason: 'leaves nothing to send', allowed: 'true, or traces: true' },
  },
  ...notWhere<Settings, OpenTelemetryProps>(['metricInterval'], ['metrics'], ({ metrics }) => !metrics, {
    reason: 'is given, and no metrics are sent',
    allowed: 'with metrics: true',
  }),
  ...notWhere<Settings, OpenTelemetryProps>(['traceRatio'], ['traces'], ({ traces }) => !traces, {
    reason: 'is given, and no traces are sent',
    allowed: 'with traces: true',
  }),
];

export const OPEN_TELEMETRY = new Table<OpenTelemetryProps, typeof fields>('OpenTelemetryProps', fields, RULES);
