import type { Duration } from 'cdk8s';
import { FUNCTION_DEFAULTS as D, FUNCTION_LIMITS as L } from '../function/defaults';
import { Runtime } from '../function/runtime';
import { Scaler } from '../function/scaler';
import { goDuration } from '../function/scaling';
import { memoryQuantity } from '../workload/resources';
import { CPU, DURATION, MEMORY } from './quantities';

/** A JSON Schema. `$comment` says what is allowed, for error messages. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

const DIALECT = 'http://json-schema.org/draft-07/schema#';
const text = (description: string, more: JsonSchema = {}) => ({
  type: 'string',
  description,
  $comment: 'text',
  ...more,
});
const whole = (description: string, minimum: number, more: JsonSchema = {}) => ({
  type: 'integer',
  description,
  minimum,
  $comment: `a whole number, at least ${minimum}`,
  ...more,
});
const flag = (description: string, value: boolean) => ({
  type: 'boolean',
  description,
  default: value,
  $comment: 'true or false',
});
const duration = (description: string, value: Duration) => ({
  type: 'string',
  description,
  default: goDuration(value),
  ...DURATION,
});
const cpu = (description: string, more: JsonSchema = {}) => ({
  type: ['string', 'number'],
  exclusiveMinimum: 0,
  description,
  ...CPU,
  ...more,
});
const memory = (description: string, more: JsonSchema = {}) => ({ type: 'string', description, ...MEMORY, ...more });
const list = (description: string, more: JsonSchema = {}) => ({
  type: 'array',
  description,
  items: { type: 'string', $comment: 'text' },
  $comment: 'a list of texts',
  ...more,
});
const texts = (description: string) => ({
  type: 'object',
  description,
  additionalProperties: { type: 'string', $comment: 'text; put a number or true and false in quotes' },
  $comment: 'a map from names to texts',
});
const choice = (description: string, values: string[], more: JsonSchema = {}) => ({
  enum: values,
  description,
  $comment: values.join(', '),
  ...more,
});
const object = (description: string, properties: JsonSchema, more: JsonSchema = {}) => ({
  type: 'object',
  description,
  properties,
  additionalProperties: false,
  $comment: 'a map',
  ...more,
});

const FUNCTION = {
  runtime: choice(
    'Language runtime: user id, writable paths and start-up environment of the pod.',
    Runtime.ALL.map(({ name }) => name),
  ),
  image: text('Image with a tag other than latest, or with a digest.'),
  id: text('Id of the function in another system; becomes the label enclii.dev/function-id.', {
    pattern: '^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$',
    $comment: 'a label value',
  }),
  hosts: list('Hosts that lead to the function. Default: <function>.<domain of the environment>.', {
    minItems: 1,
    $comment: 'a list of at least one host',
  }),
  pathPrefixes: list('Path prefixes that lead to the function. Default: every path.'),
  scaler: choice(
    'Object that tells KEDA how to scale; httpScaledObject is deprecated upstream.',
    Object.values(Scaler),
    { default: Scaler.INTERCEPTOR_ROUTE },
  ),
  minReplicas: whole('Pods without traffic.', 0, { default: D.minReplicas }),
  maxReplicas: whole('Pods under the highest load.', 1, { default: D.maxReplicas }),
  cooldown: duration('Time without traffic after which the function goes to minReplicas.', D.cooldown),
  initialCooldown: duration('Time after creation during which the first pod stays.', D.initialCooldown),
  concurrency: whole('Requests in flight per pod.', 1, { default: D.concurrency }),
  requestRate: whole('Requests a second per pod.', 1, { default: D.requestRate }),
  requestRateWindow: duration('Time over which the request rate is averaged.', D.requestRateWindow),
  requestRateGranularity: duration(
    `Length of a bucket of the window, at least 1s; at most ${L.requestRateBuckets} buckets.`,
    D.requestRateGranularity,
  ),
  port: whole('Port that the process listens on, also in PORT.', 1, {
    maximum: 65535,
    default: D.port,
    $comment: 'a whole number from 1 to 65535',
  }),
  handler: text('Entry point within the image, in FUNCTION_HANDLER.', { default: D.handler }),
  timeout: duration(
    `Longest time to the response's header, in FUNCTION_TIMEOUT; at most ${goDuration(L.timeout)}.`,
    D.timeout,
  ),
  readinessTimeout: duration('Longest time that a request waits for a pod.', D.readinessTimeout),
  env: texts("Environment variables, on top of the runtime's."),
  envFromSecrets: list('Secrets of the namespace whose keys become environment variables.'),
  cpu: cpu('CPU request.', { default: D.cpu.toQuantity() }),
  cpuLimit: cpu('CPU limit. Default: none, since it would throttle the start.'),
  memory: memory('Memory request.', { default: memoryQuantity(D.memory) }),
  memoryLimit: memory('Memory limit. Default: the request.'),
  healthPath: text('Path of the liveness probe.', {
    default: D.healthPath,
    pattern: '^/',
    $comment: 'a path that starts with /',
  }),
  readinessProbe: flag(
    'Whether a pod waits for its health path before it gets requests; costs a cold start a second or more.',
    false,
  ),
  writablePaths: list('Paths that the process may write to. Default: those of the runtime.'),
};

/** Schema of functions/<project>/<function>.yaml. `runtime` and `image` may come from the environment. */
export const FUNCTION_SCHEMA: JsonSchema = {
  $schema: DIALECT,
  title: 'Function',
  ...object('One function.', FUNCTION, { required: ['runtime', 'image'] }),
};

/** Schema of functions/<project>/project.yaml. */
export const PROJECT_SCHEMA: JsonSchema = {
  $schema: DIALECT,
  title: 'Project',
  ...object('One project: a namespace, and what its functions may use together.', {
    quota: object('What all pods together may ask for.', {
      cpu: cpu('Sum of CPU requests.'),
      memory: memory('Sum of memory limits.'),
      pods: whole('Number of pods.', 0),
    }),
    limits: object('What a container gets that says nothing of its own, and the most it may ask for.', {
      defaultCpu: cpu('CPU request.'),
      defaultMemory: memory('Memory request and limit.'),
      maxMemory: memory('Highest memory limit.'),
    }),
    networkPolicy: flag("Whether only the interceptor reaches the project's pods.", true),
    labels: texts('More labels of the namespace.'),
  }),
};

const process = {
  cpu: cpu('CPU request.'),
  cpuLimit: cpu('CPU limit.'),
  memory: memory('Memory request.'),
  memoryLimit: memory('Memory limit.'),
  logLevel: choice('Log level.', ['debug', 'info', 'error']),
  extraArgs: list('More arguments; one of the same name replaces ours.'),
};
const component = (description: string) => object(description, { ...process, replicas: whole('Number of pods.', 0) });

/** Schema of environments/<environment>.yaml. */
export const ENVIRONMENT_SCHEMA: JsonSchema = {
  $schema: DIALECT,
  title: 'Environment',
  ...object(
    'One cluster.',
    {
      domain: text('Domain under which functions get their default host.'),
      kedaNamespace: text('Namespace of KEDA and its HTTP add-on.', { default: 'keda' }),
      platform: object('KEDA and its HTTP add-on.', {
        sizing: choice('Resources and replicas of every component.', ['standard', 'seed'], { default: 'standard' }),
        registry: text('Registry and path that the images are pulled from.', { default: 'ghcr.io/kedacore' }),
        digests: texts('Digest of each image, by its name.'),
        operator: component('KEDA operator.'),
        metricsServer: component('KEDA metrics API server.'),
        webhooks: component('KEDA admission webhooks.'),
        addOnOperator: component('HTTP add-on operator.'),
        interceptor: object('HTTP add-on interceptor.', {
          ...process,
          minReplicas: whole('Fewest pods.', 0),
          maxReplicas: whole('Most pods.', 1),
        }),
        scaler: component('HTTP add-on external scaler.'),
      }),
      projects: list('Projects of this environment. Default: all.'),
      defaults: object('Settings of every function that does not say otherwise.', FUNCTION),
      overrides: {
        type: 'object',
        description: 'Settings of single functions in this environment, by <project>/<function>.',
        additionalProperties: object('Settings that replace those of the function.', FUNCTION),
        $comment: 'a map',
      },
    },
    { required: ['domain'] },
  ),
};
