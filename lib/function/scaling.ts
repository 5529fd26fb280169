import { Duration } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { reject } from '../errors';
import { goDuration, inSeconds, secondsUpTo, wholeMillis, wholeSeconds } from '../workload/duration';
import { MAX_INT32, requireInteger } from '../workload/names';
import { FUNCTION_DEFAULTS, FUNCTION_LIMITS } from './defaults';

// what wakes a function while KEDA's stream to the scaler is down; every 5 s, operator and scaler would use a quarter more CPU
const MAX_POLLING_SECONDS = 15;

/** How many pods a function gets, and when. */
export interface ScalingProps {
  /** Pods without traffic. @default 0 */
  readonly minReplicas?: number;
  /** Pods under the highest load. @default 10 */
  readonly maxReplicas?: number;
  /** Time without traffic after which the function goes to `minReplicas`. Whole seconds. @default 300 seconds */
  readonly cooldown?: Duration;
  /**
   * Time after creation during which the first pod stays, so that the node has the image before the function goes to
   * zero. Whole seconds.
   * @default 120 seconds
   */
  readonly initialCooldown?: Duration;
  /** Requests in flight per pod. @default 100 */
  readonly concurrency?: number;
  /** Requests a second per pod. @default 100 */
  readonly requestRate?: number;
  /** Time over which the request rate is averaged. @default 1 minute */
  readonly requestRateWindow?: Duration;
  /** Length of one bucket of the window, at least 1 second; at most 1000 buckets. @default 1 second */
  readonly requestRateGranularity?: Duration;
}

/** Checked scaling settings with every default filled in. */
export interface Scaling {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly cooldownSeconds: number;
  readonly initialCooldownSeconds: number;
  /** How often KEDA asks for the request rate; a window is never shorter, so that no request is missed. */
  readonly pollingSeconds: number;
  readonly concurrency: { readonly targetValue: number };
  readonly requestRateWindowMillis: number;
  readonly requestRate: { readonly targetValue: number; readonly window: string; readonly granularity: string };
}

/**
 * Fills in defaults and checks bounds. Both metrics are set: with concurrency alone steady short requests
 * scale to zero between two polls, with the request rate alone slow requests are not seen (http-add-on issue 1352).
 */
export function resolveScaling(scope: IConstruct, props: ScalingProps): Scaling {
  const minReplicas = requireInteger(
    scope,
    'minReplicas',
    props.minReplicas ?? FUNCTION_DEFAULTS.minReplicas,
    0,
    MAX_INT32,
  );
  const maxReplicas = requireInteger(
    scope,
    'maxReplicas',
    props.maxReplicas ?? FUNCTION_DEFAULTS.maxReplicas,
    1,
    MAX_INT32,
  );
  if (maxReplicas < minReplicas) {
    reject(scope, `maxReplicas ${maxReplicas} is below minReplicas; allowed: at least ${minReplicas}`);
  }
  const window = props.requestRateWindow ?? FUNCTION_DEFAULTS.requestRateWindow;
  const granularity = props.requestRateGranularity ?? FUNCTION_DEFAULTS.requestRateGranularity;
  wholeMillis(scope, 'requestRateWindow', window);
  wholeMillis(scope, 'requestRateGranularity', granularity);
  checkBuckets(scope, window, granularity);
  const target = (field: string, value: number) => ({ targetValue: requireInteger(scope, field, value, 1, MAX_INT32) });
  return {
    minReplicas,
    maxReplicas,
    cooldownSeconds: secondsUpTo(scope, 'cooldown', props.cooldown ?? FUNCTION_DEFAULTS.cooldown),
    initialCooldownSeconds: secondsUpTo(
      scope,
      'initialCooldown',
      props.initialCooldown ?? FUNCTION_DEFAULTS.initialCooldown,
    ),
    pollingSeconds: Math.max(1, Math.min(MAX_POLLING_SECONDS, Math.floor(window.toMilliseconds() / 1000))),
    concurrency: target('concurrency', props.concurrency ?? FUNCTION_DEFAULTS.concurrency),
    requestRateWindowMillis: window.toMilliseconds(),
    requestRate: {
      ...target('requestRate', props.requestRate ?? FUNCTION_DEFAULTS.requestRate),
      window: goDuration(window),
      granularity: goDuration(granularity),
    },
  };
}

/**
 * Time from the last request to the end of the last pod; undefined when some pods always stay. A request rate keeps a
 * function active for its whole window.
 */
export function timeToZero(scaling: Scaling, byRequestRate: boolean): Duration | undefined {
  if (scaling.minReplicas > 0) return undefined;
  return Duration.millis(scaling.cooldownSeconds * 1000 + (byRequestRate ? scaling.requestRateWindowMillis : 0));
}

/** The timeout in seconds, if it is a whole number of them within the limit. */
export function requireTimeout(scope: IConstruct, timeout: Duration): number {
  const limit = FUNCTION_LIMITS.timeout.toSeconds();
  return requireInteger(scope, 'timeout', wholeSeconds(scope, 'timeout', timeout), 1, limit);
}

/** Returns the time that a request waits for a pod; with none, the interceptor would hold it without an end. */
export function requireReadinessTimeout(scope: IConstruct, readinessTimeout: Duration): Duration {
  wholeMillis(scope, 'readinessTimeout', readinessTimeout, 1, FUNCTION_LIMITS.readinessTimeout.toMilliseconds());
  return readinessTimeout;
}

function checkBuckets(scope: IConstruct, window: Duration, granularity: Duration): void {
  if (granularity.toMilliseconds() < 1000) {
    reject(scope, `requestRateGranularity ${inSeconds(granularity)} stops the scaler; allowed: at least 1s`);
  }
  if (window.toMilliseconds() < granularity.toMilliseconds()) {
    reject(
      scope,
      `requestRateWindow ${inSeconds(window)} is shorter than one bucket; allowed: at least ${inSeconds(granularity)}`,
    );
  }
  const buckets = Math.ceil(window.toMilliseconds() / granularity.toMilliseconds());
  if (buckets > FUNCTION_LIMITS.requestRateBuckets) {
    reject(
      scope,
      `requestRateWindow ${inSeconds(window)} has ${buckets} buckets of ${inSeconds(granularity)}; allowed: at most ${FUNCTION_LIMITS.requestRateBuckets}`,
    );
  }
}
