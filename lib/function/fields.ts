import { Duration } from 'cdk8s';
import {
  anyText,
  boolean,
  cpu,
  duration,
  type Fields,
  integer,
  list,
  map,
  memory,
  named,
  object,
  oneOf,
  type Resolved,
  Table,
  text,
} from '../fields';
import {
  absolutePath,
  annotationKey,
  dnsLabel,
  host,
  image,
  labelKey,
  labelText,
  labelValue,
  objectName,
  variableName,
} from '../fields/names';
import { FUNCTION_DEFAULTS as DEFAULTS, FUNCTION_LIMITS as LIMITS } from './defaults';
import { envSource } from './env-source-fields';
import { FUNCTION_RULES } from './function-rules';
import { Visibility } from './hosts';
import { annotationFault, labelFault, podAnnotationFault, podLabelFault } from './metadata-faults';
import { type FunctionChartProps, Scaler } from './props';
import { pathPrefixFault, trimSlashes } from './route-key';
import { Runtime } from './runtime';
import type { Toleration } from './toleration';
import { TOLERATION } from './toleration-fields';
import { variableFault } from './variables';

const runtimes = Object.fromEntries(Runtime.ALL.map((runtime) => [runtime.name, runtime]));
const urlPath = () => absolutePath('a path that starts with "/"');

const fields = {
  runtime: { ...named(runtimes, (value) => value instanceof Runtime), required: true },
  image: { ...image(), required: true },
  project: { ...dnsLabel({ prefix: 'fn-' }), required: true, codeOnly: true },
  name: { ...dnsLabel({ prefix: 'fn-' }), codeOnly: true },
  functionId: { ...labelValue(), key: 'id' },
  hosts: list(host({ wildcard: true }), { min: 1 }),
  visibility: { ...oneOf(Visibility), default: Visibility.PUBLIC },
  pathPrefixes: list(text({ fault: pathPrefixFault }), { sameAs: trimSlashes }),
  kedaNamespace: { ...dnsLabel(), codeOnly: true },

  scaler: { ...oneOf(Scaler), default: Scaler.INTERCEPTOR_ROUTE },
  minReplicas: { ...integer(0), default: DEFAULTS.minReplicas },
  maxReplicas: { ...integer(1), default: DEFAULTS.maxReplicas },
  cooldown: { ...duration({ wholeSeconds: true }), default: DEFAULTS.cooldown },
  initialCooldown: { ...duration({ wholeSeconds: true }), default: DEFAULTS.initialCooldown },
  concurrency: { ...integer(1), default: DEFAULTS.concurrency },
  requestRate: { ...integer(1), default: DEFAULTS.requestRate },
  requestRateWindow: { ...duration(), default: DEFAULTS.requestRateWindow },
  requestRateGranularity: { ...duration({ min: Duration.seconds(1) }), default: DEFAULTS.requestRateGranularity },

  port: { ...integer(1, 65535), default: DEFAULTS.port },
  handler: { ...text(), default: DEFAULTS.handler },
  timeout: {
    ...duration({ wholeSeconds: true, min: Duration.seconds(1), max: LIMITS.timeout }),
    default: DEFAULTS.timeout,
  },
  readinessTimeout: {
    ...duration({ min: Duration.millis(1), max: LIMITS.readinessTimeout }),
    default: DEFAULTS.readinessTimeout,
  },
  startupTimeout: duration({ wholeSeconds: true, min: Duration.seconds(1) }),
  command: list(anyText(), { repeats: true }),
  args: list(anyText(), { repeats: true }),
  workingDirectory: absolutePath(),
  env: map(variableName(variableFault), anyText()),
  envValueFrom: map(variableName(variableFault), envSource()),
  envFromConfigMaps: list(objectName()),
  envFromSecrets: list(objectName()),

  cpu: { ...cpu(), default: DEFAULTS.cpu },
  cpuLimit: cpu(),
  memory: { ...memory({ min: LIMITS.minMemory, max: LIMITS.maxMemory }), default: DEFAULTS.memory },
  memoryLimit: memory({ min: LIMITS.minMemory, max: LIMITS.maxMemory }),
  healthPath: { ...urlPath(), default: DEFAULTS.healthPath },
  readinessProbe: { ...boolean(), default: false },
  writablePaths: list(absolutePath()),

  imagePullSecrets: list(objectName()),
  serviceAccountName: objectName(),
  automountServiceAccountToken: { ...boolean(), default: false },
  nodeSelector: map(labelKey(), labelText()),
  tolerations: list(object<Toleration>(TOLERATION)),
  priorityClassName: objectName(),
  runtimeClassName: objectName(),
  ephemeralStorage: memory({ what: 'storage' }),
  ephemeralStorageLimit: memory({ what: 'storage' }),

  labels: map(labelKey(labelFault), labelText()),
  annotations: map(annotationKey(annotationFault), anyText()),
  podLabels: map(labelKey(podLabelFault), labelText()),
  podAnnotations: map(annotationKey(podAnnotationFault), anyText()),
} satisfies Fields<FunctionChartProps>;

/** The settings of a function, checked and with their defaults. */
export type FunctionSettings = Resolved<FunctionChartProps, typeof fields>;

/** The settings of a function. */
export const FUNCTION = new Table<FunctionChartProps, typeof fields>('FunctionChartProps', fields, FUNCTION_RULES);
