import type { Duration } from 'cdk8s';

/** When alerts fire. */
export interface AlertThresholds {
  /** Share of a function's answers that may be 5xx, above 0 and below 1. @default 0.05 */
  readonly errorRatio?: number;
  /** Share of a function's cold requests that shall be answered within its runtime's target. @default 0.9 */
  readonly coldStartObjective?: number;
  /**
   * Time after which requests that wait without a single answer are a problem. Longer than a cold start and an answer
   * together may take. Whole seconds.
   * @default Duration.minutes(2)
   */
  readonly answerWithin?: Duration;
  /** Requests in flight per interceptor pod. KEDA adds pods from 200 on. @default 400 */
  readonly interceptorConcurrency?: number;
  /** How late KEDA may poll a ScaledObject. Whole seconds. @default Duration.seconds(5) */
  readonly scaleLoopDelay?: Duration;
}
