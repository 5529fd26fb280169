import type { Fault } from '../../fields';
import { CA_VARIABLE } from '../../workload/trust/trust';
import type { Role } from '../components';

interface Reasons {
  readonly [name: string]: string;
}

const WATCH = 'the platform serves every namespace';
const POD = 'it says which pod it is';
const NAMES = "it is the name or port of one of the platform's objects";
const GRACE = 'the time that a pod has to stop is reckoned from it';
const METRICS = 'alerts and dashboards need its metrics';
const setting = (name: string) => `it carries the setting ${name}`;

const all = (names: string[], reason: string): Reasons => Object.fromEntries(names.map((name) => [name, reason]));
const EXPORTER = all(['OTEL_PROM_EXPORTER_ENABLED', 'OTEL_PROM_EXPORTER_PORT'], METRICS);
const KEDA = { WATCH_NAMESPACE: WATCH, POD_NAMESPACE: POD };

/** Variables that the platform depends on, by component, and why. */
const FIXED: { readonly [role in Role]: Reasons } = {
  operator: { ...KEDA, POD_NAME: POD, OPERATOR_NAME: NAMES },
  'metrics-server': KEDA,
  webhooks: { ...KEDA, POD_NAME: POD },
  'add-on-operator': {
    ...all(['KEDA_HTTP_OPERATOR_EXTERNAL_SCALER_SERVICE', 'KEDA_HTTP_OPERATOR_EXTERNAL_SCALER_PORT'], NAMES),
    KEDA_HTTP_OPERATOR_NAMESPACE: NAMES,
    KEDA_HTTP_OPERATOR_WATCH_NAMESPACE: WATCH,
  },
  interceptor: {
    ...EXPORTER,
    KEDA_HTTP_WATCH_NAMESPACE: WATCH,
    ...all(['KEDA_HTTP_PROXY_PORT', 'KEDA_HTTP_ADMIN_PORT'], NAMES),
    ...all(['KEDA_HTTP_SHUTDOWN_DELAY', 'KEDA_HTTP_DRAIN_TIMEOUT'], GRACE),
    ...all(
      ['ENABLED', 'PORT', 'CERT_PATH', 'KEY_PATH', 'CERT_STORE_PATHS', 'MIN_VERSION', 'SKIP_VERIFY'].map(
        (name) => `KEDA_HTTP_PROXY_TLS_${name}`,
      ),
      setting('tls'),
    ),
  },
  scaler: {
    ...EXPORTER,
    ...all(
      ['DEPLOYMENT', 'NAMESPACE', 'SERVICE', 'PORT'].map((name) => `KEDA_HTTP_SCALER_TARGET_ADMIN_${name}`),
      NAMES,
    ),
    KEDA_HTTP_SCALER_PORT: NAMES,
    KEDA_HTTP_SCALER_STREAM_INTERVAL_MS: setting('streamInterval'),
    KEDA_HTTP_QUEUE_TICK_DURATION: setting('queueTick'),
  },
};

/** What keeps a declaration from setting a variable of some components, if anything. */
export function variableFault(roles: readonly Role[]): (name: string) => Fault | undefined {
  const fixed: Reasons = Object.assign({}, ...roles.map((role) => FIXED[role]), {
    [CA_VARIABLE]: setting('caConfigMaps'),
  });
  return (name) =>
    Object.hasOwn(fixed, name) ? { reason: `is taken: ${fixed[name]}`, allowed: 'another name' } : undefined;
}
