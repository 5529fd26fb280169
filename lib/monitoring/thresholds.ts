import { Duration } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { reject } from '../errors';
import { wholeSeconds } from '../workload/duration';
import { MAX_INT32, requireInteger } from '../workload/names';

/** When alerts fire. */
export interface AlertThresholds {
  /** Share of a function's answers that may be 5xx, above 0 and below 1. @default 0.05 */
  readonly errorRatio?: number;
  /** Share of a function's cold requests that shall be answered within its runtime's target. @default 0.9 */
  readonly coldStartObjective?: number;
  /**
   * Time after which requests that wait without a single answer are a problem. Longer than a cold start and an answer
   * together may take. Whole seconds.
   * @default 2 minutes
   */
  readonly answerWithin?: Duration;
  /** Requests in flight per interceptor pod. KEDA adds pods from 200 on. @default 400 */
  readonly interceptorConcurrency?: number;
  /** How late KEDA may poll a ScaledObject. Whole seconds. @default 5 seconds */
  readonly scaleLoopDelay?: Duration;
}

/** Checked thresholds; durations in seconds. */
export interface Thresholds {
  readonly errorRatio: number;
  readonly coldStartObjective: number;
  readonly answerWithinSeconds: number;
  readonly interceptorConcurrency: number;
  readonly scaleLoopDelaySeconds: number;
}

export const DEFAULT_THRESHOLDS = {
  errorRatio: 0.05,
  coldStartObjective: 0.9,
  answerWithin: Duration.minutes(2),
  interceptorConcurrency: 400,
  scaleLoopDelay: Duration.seconds(5),
} as const;

/** Fills in defaults and checks bounds. */
export function resolveThresholds(scope: IConstruct, props: AlertThresholds = {}): Thresholds {
  const given = { ...DEFAULT_THRESHOLDS, ...defined(props) };
  const ratio = (field: 'errorRatio' | 'coldStartObjective') => {
    if (given[field] > 0 && given[field] < 1) return given[field];
    reject(scope, `${field} ${given[field]} is out of range; allowed: a number above 0 and below 1`);
  };
  const seconds = (field: 'answerWithin' | 'scaleLoopDelay') => requireSeconds(scope, field, given[field]);
  return {
    errorRatio: ratio('errorRatio'),
    coldStartObjective: ratio('coldStartObjective'),
    answerWithinSeconds: seconds('answerWithin'),
    interceptorConcurrency: requireInteger(scope, 'interceptorConcurrency', given.interceptorConcurrency, 1, MAX_INT32),
    scaleLoopDelaySeconds: seconds('scaleLoopDelay'),
  };
}

/** The duration in seconds, if it is a whole number of them, from 1 to `max`. */
export function requireSeconds(scope: IConstruct, field: string, duration: Duration, max = 3600): number {
  return requireInteger(scope, field, wholeSeconds(scope, field, duration), 1, max);
}

function defined<T extends object>(props: T): T {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as T;
}
