import type { Fault } from '../fields';
import type { Role } from './components';

const PORT = 'Services, probes and scrapes go to its port';
const CERTIFICATES = "KEDA's parts know each other by the certificates that the operator makes";
const NAMES = "it is the name of one of the platform's objects";
const LEADER = 'two operators would scale one function';
const METRICS = 'alerts and dashboards need its metrics';
const PATCHING = 'no manifest holds the CA, so only the operator can write it';

/** Flags that settings say. */
const SETTINGS = new Map([
  ['zap-log-level', 'logLevel'],
  ['k8s-cluster-domain', 'clusterDomain'],
]);

/** Flags that the platform depends on, by component, and why. */
const FIXED: { readonly [role in Role]: { readonly [flag: string]: string } } = {
  operator: {
    'leader-elect': LEADER,
    'metrics-bind-address': PORT,
    'metrics-service-bind-address': PORT,
    'health-probe-bind-address': PORT,
    'enable-prometheus-metrics': METRICS,
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
    port: PORT,
    'secure-port': PORT,
    'client-ca-file': CERTIFICATES,
    'tls-cert-file': CERTIFICATES,
    'tls-private-key-file': CERTIFICATES,
    'cert-dir': CERTIFICATES,
  },
  webhooks: {
    port: PORT,
    'metrics-bind-address': PORT,
    'health-probe-bind-address': PORT,
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
  const flag = flagName(arg);
  const setting = SETTINGS.get(flag);
  if (setting) return { reason: `is taken: it carries the setting ${setting}`, allowed: setting };
  const fixed = FIXED[role];
  return Object.hasOwn(fixed, flag) ? { reason: `is fixed: ${fixed[flag]}`, allowed: 'other flags' } : undefined;
}

/** Puts later flags in the place of earlier ones of the same name. A flag may be given several times at once. */
export function replaceFlags(args: string[], later: string[]): string[] {
  const replaced = new Set(later.map(flagName));
  return [...args.filter((arg) => !replaced.has(flagName(arg))), ...later];
}

function flagName(arg: string): string {
  return arg.slice('--'.length).split('=')[0];
}
