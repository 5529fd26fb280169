import { Duration } from 'cdk8s';
import {
  anyText,
  boolean,
  duration,
  type Fields,
  inline,
  integer,
  list,
  map,
  object,
  oneOf,
  Table,
  text,
} from '../fields';
import { annotationKey, FLAG } from '../fields/names';
import { peers } from '../network/fields';
import { RESOURCES } from '../workload/fields';
import { VARIABLES_RULES } from '../workload/variables/rules';
import {
  type ComponentProps,
  type InterceptorProps,
  LogLevel,
  type MetricsServerProps,
  type ProcessProps,
  type ScalerProps,
  type WebhooksProps,
} from './component-props';
import { METRICS_SERVER, type Role, WEBHOOKS } from './components';
import { flagFault } from './flags';
import { podFields } from './pods/fields';
import type { KedaPlatformProps } from './props';
import { INTERCEPTOR_TLS } from './tls/fields';

const process = (role: Role) =>
  ({
    resources: inline(RESOURCES),
    logLevel: { ...oneOf(LogLevel), default: LogLevel.INFO },
    extraArgs: list(text({ ...FLAG, fault: (arg) => flagFault(role, arg) })),
    serviceAccountAnnotations: map(annotationKey(), anyText()),
    ingressFrom: peers(),
    egressTo: peers(),
    ...podFields([role]),
  }) satisfies Fields<ProcessProps>;

const component = (role: Role) => ({ ...process(role), replicas: integer(1) }) satisfies Fields<ComponentProps>;

// below 1024 a process on the host network would have to be root
const port = (number: number) => ({ ...integer(1024, 65535), default: number });
const called = (role: Role) => ({ ...component(role), hostNetwork: { ...boolean(), default: false } });

const metricsServer = {
  ...called('metrics-server'),
  httpsPort: port(METRICS_SERVER.ports.https),
  metricsPort: port(METRICS_SERVER.ports.metrics),
} satisfies Fields<MetricsServerProps>;

const webhooks = {
  ...called('webhooks'),
  httpsPort: port(WEBHOOKS.ports.https),
  metricsPort: port(WEBHOOKS.ports.metrics),
  probesPort: port(WEBHOOKS.ports.probes),
} satisfies Fields<WebhooksProps>;

const interceptor = {
  ...process('interceptor'),
  minReplicas: integer(1),
  maxReplicas: integer(1),
  readConfigMaps: { ...boolean(), default: false },
  tls: object(INTERCEPTOR_TLS),
} satisfies Fields<InterceptorProps>;

// below 10 ms the interceptors answer questions and little else
const interval = () => duration({ min: Duration.millis(10), max: Duration.seconds(10) });

const scaler = {
  ...component('scaler'),
  queueTick: interval(),
  streamInterval: interval(),
} satisfies Fields<ScalerProps>;

const fixed = (role: Role) => object(new Table<ComponentProps>('ComponentProps', component(role), VARIABLES_RULES));

export const COMPONENT_FIELDS = {
  operator: fixed('operator'),
  metricsServer: object(new Table<MetricsServerProps>('MetricsServerProps', metricsServer, VARIABLES_RULES)),
  webhooks: object(new Table<WebhooksProps>('WebhooksProps', webhooks, VARIABLES_RULES)),
  addOnOperator: fixed('add-on-operator'),
  interceptor: object(new Table<InterceptorProps>('InterceptorProps', interceptor, VARIABLES_RULES)),
  scaler: object(new Table<ScalerProps>('ScalerProps', scaler, VARIABLES_RULES)),
} satisfies Partial<Fields<KedaPlatformProps>>;
