import { type Field, type Fields, list, object, oneOf, type Rule, Table } from '../fields';
import { dataKey, dnsLabel, objectName, variableName } from '../fields/names';
import { AuthenticationKind, listsOf, TriggerAuthentication, type TriggerAuthenticationForm } from './authentication';
import type * as Props from './authentication-props';
import { POD_IDENTITY, parameter } from './pod-identity-fields';
import { AWS_STORE, AZURE_STORE, GCP_STORE, VAULT } from './store-fields';

const KEY_TARGET = new Table<Props.KeyTargetRef>('KeyTargetRef', {
  parameter: parameter(),
  name: { ...objectName(), required: true },
  key: { ...dataKey(), required: true },
});
const ENVIRONMENT_TARGET = new Table<Props.EnvironmentTargetRef>('EnvironmentTargetRef', {
  parameter: parameter(),
  name: { ...variableName(), required: true },
  containerName: objectName(),
});
const TOKEN = new Table<Props.ServiceAccountTokenRef>('ServiceAccountTokenRef', {
  parameter: parameter(),
  serviceAccountName: { ...objectName(), required: true },
});
const sources = {
  podIdentity: object(POD_IDENTITY),
  secretTargetRef: list(object(KEY_TARGET), { min: 1 }),
  configMapTargetRef: list(object(KEY_TARGET), { min: 1 }),
  env: list(object(ENVIRONMENT_TARGET), { min: 1 }),
  boundServiceAccountToken: list(object(TOKEN), { min: 1 }),
  hashiCorpVault: object(VAULT),
  awsSecretManager: object(AWS_STORE),
  azureKeyVault: object(AZURE_STORE),
  gcpSecretManager: object(GCP_STORE),
} satisfies Fields<Props.TriggerAuthenticationProps>;
const SOURCES = Object.keys(sources) as (keyof typeof sources)[];

const fields = {
  name: objectName(),
  kind: { ...oneOf(AuthenticationKind), default: AuthenticationKind.TRIGGER_AUTHENTICATION },
  ...sources,
} satisfies Fields<TriggerAuthenticationForm>;

const anySource: Rule<Props.TriggerAuthenticationProps> = {
  props: SOURCES,
  always: true,
  check: (_, given) =>
    SOURCES.some((each) => given[each] !== undefined)
      ? undefined
      : { reason: 'has no source', allowed: `one or more of ${SOURCES.join(', ')}` },
};

const oneSourceEach: Rule<Props.TriggerAuthenticationProps> = {
  props: SOURCES,
  check(_, given) {
    const all = listsOf(given).flatMap(({ way, items }) =>
      items.map(({ parameter }, index) => ({ way, index, parameter })),
    );
    const twin = all.find(({ parameter }, index) => all.findIndex((each) => each.parameter === parameter) < index);
    if (!twin) return undefined;
    const [prop, ...rest] = twin.way as [keyof typeof sources];
    const item = [...rest, twin.index, 'parameter'];
    return { prop, item, reason: 'is given by two sources', allowed: 'one source a parameter' };
  },
};

const nameOrSources: Rule<TriggerAuthenticationForm> = {
  props: ['name', 'kind', ...SOURCES],
  always: true,
  check(_, given) {
    const source = SOURCES.find((each) => given[each] !== undefined);
    if (given.name !== undefined)
      return (
        source && {
          prop: source,
          reason: 'is given beside name',
          allowed: 'the name of what was made elsewhere, or sources of what is made here',
        }
      );
    if (given.kind !== undefined) return { prop: 'name', reason: 'is missing', allowed: 'the name, beside kind' };
    return source
      ? undefined
      : { reason: 'has neither name nor source', allowed: `name, or one or more of ${SOURCES.join(', ')}` };
  },
};

/** What was made elsewhere, or is made here. */
export const AUTHENTICATION = new Table<TriggerAuthenticationForm, typeof fields>('TriggerAuthenticationForm', fields, [
  nameOrSources,
  oneSourceEach,
]);

const chart = {
  ...sources,
  name: objectName(),
  namespace: dnsLabel(),
} satisfies Fields<Props.TriggerAuthenticationChartProps>;

/** An authentication that several functions use. */
export const TRIGGER_AUTHENTICATION_CHART = new Table<Props.TriggerAuthenticationChartProps, typeof chart>(
  'TriggerAuthenticationChartProps',
  chart,
  [anySource, oneSourceEach],
);

// what YAML cannot say of an authentication that a chart made
const KNOWN = new WeakMap<object, string[]>();

/** How KEDA authenticates: by what was made elsewhere, or by sources. */
export function authentication(): Field<TriggerAuthentication> {
  return {
    get schema() {
      return AUTHENTICATION.schema;
    },
    allowed: AUTHENTICATION.allowed,
    table: AUTHENTICATION,
    read(raw, place) {
      const form = AUTHENTICATION.readWhole(raw, place);
      return form && TriggerAuthentication._of(form, KNOWN.get(raw as object));
    },
    write(value) {
      if (!(value instanceof TriggerAuthentication)) return AUTHENTICATION.write(value);
      const written = AUTHENTICATION.write(value._form) as object;
      if (value._known) KNOWN.set(written, value._known);
      return written;
    },
  };
}
