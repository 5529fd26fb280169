import { FUNCTION_DEFAULTS as DEFAULTS, FUNCTION_LIMITS as LIMITS } from '../function/defaults';
import { Runtime } from '../function/runtime';
import { Scaler } from '../function/scaler';
import { memoryQuantity } from '../workload/resources';
import { formatDuration } from './quantities';
import {
  boolean,
  cpu,
  duration,
  integer,
  list,
  map,
  matching,
  memory,
  oneOf,
  type Schema,
  text,
} from './schema-values';

const PATH = '^/';
const LABEL_VALUE = '^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$';
const VARIABLE = '^[A-Za-z_][A-Za-z0-9_]*$';
const SECRET = '^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$';

/** What only a function itself can say: a default for all would be overridden by each, or collide. */
const OWN_KEYS = ['runtime', 'image', 'id', 'hosts'];

/** The keys that an environment may set for all of its functions. */
export function sharedFunctionKeys(): { [key: string]: Schema } {
  return Object.fromEntries(Object.entries(functionKeys()).filter(([key]) => !OWN_KEYS.includes(key)));
}

/** The keys of a function. */
export function functionKeys(): { [key: string]: Schema } {
  return { ...identityKeys(), ...scalingKeys(), ...processKeys(), ...podKeys() };
}

function identityKeys(): { [key: string]: Schema } {
  const runtimes = Runtime.ALL.map(({ name }) => name);
  return {
    runtime: oneOf(runtimes, 'Language runtime: user id, writable paths and start-up environment.'),
    image: text('Image with a tag other than latest, or with a digest.', {
      errorMessage: 'an image such as ghcr.io/enclii/webhook:1.0.0, or one with a digest',
    }),
    id: matching(
      LABEL_VALUE,
      'a label value: letters, digits, "-", "_" and ".", at most 63 characters',
      'Id of the function in another system; becomes the label enclii.dev/function-id.',
    ),
    hosts: {
      ...list(
        text('A host name.'),
        'Hosts that lead to the function, "*." allowed in front. Default: <name>.<domain>.',
      ),
      minItems: 1,
    },
    pathPrefixes: list(
      matching(PATH, 'a path that starts with "/"', 'A path prefix.'),
      'Path prefixes that lead to the function. Default: every path.',
    ),
  };
}

function scalingKeys(): { [key: string]: Schema } {
  const number = (key: 'minReplicas' | 'maxReplicas' | 'concurrency' | 'requestRate', text: string, minimum = 1) =>
    integer(text, minimum, { default: DEFAULTS[key] });
  const time = (
    key: 'cooldown' | 'initialCooldown' | 'requestRateWindow' | 'requestRateGranularity',
    description: string,
  ) => duration(description, { default: formatDuration(DEFAULTS[key]) });
  return {
    scaler: oneOf(Object.values(Scaler), 'Which KEDA object scales the function; httpScaledObject is deprecated.', {
      default: Scaler.INTERCEPTOR_ROUTE,
    }),
    minReplicas: number('minReplicas', 'Pods without traffic. 1 or more means no cold start.', 0),
    maxReplicas: number('maxReplicas', 'Pods under the highest load.'),
    cooldown: time('cooldown', 'Time without traffic after which the function goes to minReplicas; whole seconds.'),
    initialCooldown: time(
      'initialCooldown',
      'Time after creation during which the first pod stays, so that a node has the image; whole seconds.',
    ),
    concurrency: number('concurrency', 'Requests in flight per pod.'),
    requestRate: number('requestRate', 'Requests a second per pod.'),
    requestRateWindow: time('requestRateWindow', 'Time over which the request rate is averaged.'),
    requestRateGranularity: time(
      'requestRateGranularity',
      `Length of one bucket of the window, at least 1s; at most ${LIMITS.requestRateBuckets} buckets.`,
    ),
  };
}

function processKeys(): { [key: string]: Schema } {
  const { port, handler, timeout, readinessTimeout } = DEFAULTS;
  return {
    port: integer('Port that the process listens on, also in its PORT.', 1, { maximum: 65535, default: port }),
    handler: text('Entry point within the image, in FUNCTION_HANDLER.', { minLength: 1, default: handler }),
    timeout: duration(
      `Longest time to the response's header, in FUNCTION_TIMEOUT; whole seconds, at most ${LIMITS.timeout.toSeconds()}s.`,
      { default: formatDuration(timeout) },
    ),
    readinessTimeout: duration('Longest time that a request waits for a pod, above 0s and at most 24h.', {
      default: formatDuration(readinessTimeout),
    }),
    env: map(
      { pattern: VARIABLE, errorMessage: 'letters, digits and "_", no digit in front' },
      { type: 'string', errorMessage: 'a string; quote numbers and booleans' },
      "Environment variables, on top of the runtime's. The environment's and the function's are merged by name.",
    ),
    envFromSecrets: list(
      matching(SECRET, 'the name of a Secret', 'Name of a Secret of the namespace.'),
      'Secrets of the namespace whose keys become environment variables.',
    ),
  };
}

function podKeys(): { [key: string]: Schema } {
  const range = `from ${memoryQuantity(LIMITS.minMemory)} to ${memoryQuantity(LIMITS.maxMemory)}`;
  return {
    cpu: cpu('CPU request.', { default: DEFAULTS.cpu.toQuantity() }),
    cpuLimit: cpu('CPU limit. Default: none, since it would throttle the start.'),
    memory: memory(`Memory request, ${range}.`, { default: memoryQuantity(DEFAULTS.memory) }),
    memoryLimit: memory(`Memory limit, ${range}. Default: the request.`),
    healthPath: matching(PATH, 'a path that starts with "/"', 'Path of the liveness probe.', {
      default: DEFAULTS.healthPath,
    }),
    readinessProbe: boolean(
      'Whether a pod waits for its health path before it gets requests. Costs a cold start one second or more.',
      { default: false },
    ),
    writablePaths: list(
      matching(PATH, 'an absolute path', 'An absolute path.'),
      'Paths that the process may write to; each costs up to 300 ms of a cold start. Default: those of the runtime.',
    ),
  };
}
