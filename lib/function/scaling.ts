import { Duration } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { reject } from '../errors';
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
  checkBuckets(scope, window, granularity);
  const target = (field: string, value: number) => ({ targetValue: requireInteger(scope, field, value, 1, MAX_INT32) });
  return {
    minReplicas,
    maxReplicas,
    cooldownSeconds: wholeSeconds(scope, 'cooldown', props.cooldown ?? FUNCTION_DEFAULTS.cooldown),
    initialCooldownSeconds: wholeSeconds(
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

/** A duration as Go writes it, such as `1m30s`: an operator that updates an object rewrites any other form to this one. */
export function goDuration(duration: Duration): string {
  const millis = duration.toMilliseconds();
  if (millis > 0 && millis < 1000) return `${millis}ms`;
  const hours = Math.floor(millis / 3_600_000);
  const minutes = Math.floor(millis / 60_000) % 60;
  const seconds = (millis % 60_000) / 1000;
  return `${hours > 0 ? `${hours}h` : ''}${hours + minutes > 0 ? `${minutes}m` : ''}${seconds}s`;
}

/** The duration in seconds; refuses a fraction, since the field it goes to is an integer. */
export function wholeSeconds(scope: IConstruct, field: string, duration: Duration): number {
  const seconds = duration.toMilliseconds() / 1000;
  if (!Number.isInteger(seconds))
    reject(scope, `${field} ${inSeconds(duration)} is a fraction of a second; allowed: whole seconds`);
  return seconds;
}

/** The timeout in seconds, if it is a whole number of them within the limit. */
export function requireTimeout(scope: IConstruct, timeout: Duration): number {
  const limit = FUNCTION_LIMITS.timeout.toSeconds();
  return requireInteger(scope, 'timeout', wholeSeconds(scope, 'timeout', timeout), 1, limit);
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

/** A duration as a message shows it, such as `90s`. */
export function inSeconds(duration: Duration): string {
  const millis = duration.toMilliseconds();
  return millis % 1000 === 0 ? `${millis / 1000}s` : `${millis}ms`;
}
