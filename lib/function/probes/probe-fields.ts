import { Duration } from 'cdk8s';
import {
  anyText,
  duration,
  exactlyOne,
  type Field,
  type Fields,
  flag,
  integer,
  list,
  map,
  type Rule,
  Table,
  text,
} from '../../fields/index';
import { absolutePath } from '../../fields/names';
import { type FunctionProbes, Probe, type ProbeProps } from './probe';

const seconds = () => duration({ wholeSeconds: true, min: Duration.seconds(1) });

const fields = {
  http: absolutePath('a path that starts with "/"'),
  tcp: flag(),
  grpc: flag(),
  exec: list(anyText(), { min: 1, repeats: true }),
  none: flag(),
  port: integer(1, 65535),
  // the API server looks at the names alone
  headers: map(
    text({ pattern: /^[-A-Za-z0-9]+$/, allowed: 'letters, digits and "-"' }),
    text({
      pattern: /^[ -~]*$/,
      allowed: 'a string of printable ASCII characters; quote numbers and booleans',
    }),
  ),
  service: text(),
  initialDelay: duration({ wholeSeconds: true }),
  period: seconds(),
  timeout: seconds(),
  failureThreshold: integer(1),
  successThreshold: integer(1),
} satisfies Fields<ProbeProps>;

const ANY = ['http', 'tcp', 'grpc', 'exec'] as const;
const BY_PORT = ['http', 'tcp', 'grpc'] as const;

/** The kinds of probe that a setting goes with. */
const GOES_WITH: { readonly [prop in keyof ProbeProps]?: readonly (keyof ProbeProps)[] } = {
  port: BY_PORT,
  headers: ['http'],
  service: ['grpc'],
  initialDelay: ANY,
  period: ANY,
  timeout: ANY,
  failureThreshold: ANY,
  successThreshold: ANY,
};

const OPTIONS = Object.keys(GOES_WITH) as (keyof ProbeProps)[];

const RULES: Rule<ProbeProps>[] = [
  exactlyOne<ProbeProps>('http', 'tcp', 'grpc', 'exec', 'none'),
  {
    props: [...ANY, 'none', ...OPTIONS],
    check(_, given) {
      const prop = OPTIONS.find(
        (option) => given[option] !== undefined && !GOES_WITH[option]!.some((kind) => given[kind] !== undefined),
      );
      return (
        prop && {
          reason: `has a ${prop}, and no probe that it goes with`,
          allowed: `${prop} with ${GOES_WITH[prop]!.join(', ')}`,
        }
      );
    },
  },
];

const PROBE = new Table<ProbeProps, typeof fields>('ProbeProps', fields, RULES);

export function probe(): Field<Probe> {
  return {
    schema: PROBE.schema,
    allowed: PROBE.allowed,
    table: PROBE,
    read(raw, place) {
      const props = PROBE.readWhole(raw, place);
      return props && Probe._of(props);
    },
    write: (value) => PROBE.write(value instanceof Probe ? value._props : value),
  };
}

const probes = { liveness: probe(), readiness: probe(), startup: probe() } satisfies Fields<FunctionProbes>;

/** What the API server asks: pkg/apis/core/validation, validateLivenessProbe and validateStartupProbe. */
export const PROBES_RULES: Rule<Pick<FunctionProbes, 'liveness' | 'startup'>>[] = (
  ['liveness', 'startup'] as const
).map((prop) => ({
  props: [prop],
  check: (_, { [prop]: given }) =>
    (given?._props.successThreshold ?? 1) === 1
      ? undefined
      : { prop, item: ['successThreshold'], reason: `is not that of a ${prop} probe`, allowed: '1' },
}));

export const PROBES = new Table<FunctionProbes, typeof probes>('FunctionProbes', probes, PROBES_RULES);
