import type { Fault } from '../fields';
import { flagName } from '../fields/names';
import { carries, faultOf, type KeyFaults } from '../workload/metadata-faults';
import type { Role } from './components';

const fixed = (reason: string): Fault => ({ reason: `is fixed: ${reason}`, allowed: 'other flags' });

const PORT = fixed('Services, probes and scrapes go to its port');
const CERTIFICATES = fixed("KEDA's parts know each other by the certificates that the operator makes");
const NAMES = fixed("it is the name of one of the platform's objects");
const LEADER = fixed('two operators would scale one function');
const METRICS = fixed('alerts and dashboards need its metrics');
const PATCHING = fixed('no manifest holds the CA, so only the operator can write it');

/** Flags that settings of every component say. */
const SETTINGS: KeyFaults = { 'zap-log-level': carries('logLevel'), 'k8s-cluster-domain': carries('clusterDomain') };

/** Flags that the platform depends on, or that settings say, by component. */
const FIXED: { readonly [role in Role]: KeyFaults } = {
  operator: {
    'leader-elect': LEADER,
    'metrics-bind-address': PORT,
    'metrics-service-bind-address': PORT,
    'health-probe-bind-address': PORT,
    'enable-prometheus-metrics': METRICS,
    'enable-opentelemetry-metrics': carries('openTelemetry'),
    'cert-dir': CERTIFICATES,
    'enable-cert-rotation': CERTIFICATES,
    'cert-secret-name': CERTIFICATES,
    'operator-service-name': NAMES,
    'metrics-server-service-name': NAMES,
    'webhooks-service-name': NAMES,
    'validating-webhook-name': NAMES,
    'enable-webhook-patching': PATCHING,
    'enable-apiservice-patching': PATCHING,
  },
  'metrics-server': {
    'metrics-service-address': NAMES,
    port: carries('metricsPort'),
    'secure-port': carries('httpsPort'),
    'client-ca-file': CERTIFICATES,
    'tls-cert-file': CERTIFICATES,
    'tls-private-key-file': CERTIFICATES,
    'cert-dir': CERTIFICATES,
  },
  webhooks: {
    port: carries('httpsPort'),
    'metrics-bind-address': carries('metricsPort'),
    'health-probe-bind-address': carries('probesPort'),
    'cert-dir': CERTIFICATES,
  },
  'add-on-operator': {
    'leader-elect': LEADER,
    'metrics-bind-address': PORT,
    'health-probe-bind-address': PORT,
    'metrics-secure': METRICS,
    'metrics-auth': METRICS,
  },
  interceptor: {},
  scaler: {},
};

/** What keeps a declaration from giving a component this flag, if anything: it would change what the platform depends on. */
export function flagFault(role: Role, arg: string): Fault | undefined {
  return faultOf({ ...SETTINGS, ...FIXED[role] })(flagName(arg));
}

/** Puts later flags in the place of earlier ones of the same name. A flag may be given several times at once. */
export function replaceFlags(args: string[], later: string[]): string[] {
  const replaced = new Set(later.map(flagName));
  return [...args.filter((arg) => !replaced.has(flagName(arg))), ...later];
}
