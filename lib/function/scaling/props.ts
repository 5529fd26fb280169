import type { Duration } from 'cdk8s';

/** The object that tells KEDA how to scale a function. */
export enum Scaler {
  /** InterceptorRoute with a ScaledObject: the add-on's current API. */
  INTERCEPTOR_ROUTE = 'interceptorRoute',
  /** HTTPScaledObject: deprecated since add-on 0.14, to be removed before 1.0. */
  HTTP_SCALED_OBJECT = 'httpScaledObject',
}

/** How many pods a function gets, and when. */
export interface ScalingProps {
  /** Which KEDA object scales the function. @default Scaler.INTERCEPTOR_ROUTE */
  readonly scaler?: Scaler;
  /** Pods without traffic. @default 0 */
  readonly minReplicas?: number;
  /** Pods under the highest load. @default 10 */
  readonly maxReplicas?: number;
  /** Time without traffic after which the function goes to `minReplicas`. Whole seconds. @default Duration.minutes(5) */
  readonly cooldown?: Duration;
  /**
   * Time after creation during which the first pod stays, so that the node has the image before the function goes to
   * zero. Whole seconds.
   * @default Duration.minutes(2)
   */
  readonly initialCooldown?: Duration;
  /** Requests in flight per pod. @default 100 */
  readonly concurrency?: number;
  /** Requests a second per pod. @default 100 */
  readonly requestRate?: number;
  /** Time over which the request rate is averaged. @default Duration.minutes(1) */
  readonly requestRateWindow?: Duration;
  /** Length of one bucket of the window, at least 1 second; at most 1000 buckets. @default Duration.seconds(1) */
  readonly requestRateGranularity?: Duration;
}
