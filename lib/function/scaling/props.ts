import type { Duration } from 'cdk8s';
import type { Trigger } from '../../triggers';
import type { AdvancedScalingProps } from './advanced/props';

/** The object that tells KEDA how to scale a function. */
export enum Scaler {
  /** InterceptorRoute with a ScaledObject: the add-on's current API. */
  INTERCEPTOR_ROUTE = 'interceptorRoute',
  /** HTTPScaledObject: deprecated since add-on 0.14, to be removed before 1.0. */
  HTTP_SCALED_OBJECT = 'httpScaledObject',
}

/** How many pods a function gets, and when. */
export interface ScalingProps extends AdvancedScalingProps {
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
  /**
   * What else KEDA scales the function by, beside its requests: the trigger that asks for the most pods decides. Not with an
   * HTTPScaledObject.
   * @default - nothing
   */
  readonly triggers?: Trigger[];
  /** Times of day in which pods are kept, as cron triggers. Not with an HTTPScaledObject. @default - none */
  readonly warm?: WarmWindow[];
}

/** A time of day in which a function has pods, whether it is called or not. */
export interface WarmWindow {
  /** When the window opens, as hours and minutes: `08:00`. KEDA looks every 15 seconds, and a pod has to start. */
  readonly from: string;
  /** When it closes; a time before `from` is one of the next day. The cooldown comes after it. */
  readonly to: string;
  /** Days on which the window opens, such as `mon-fri` or `sat,sun`. @default - every day */
  readonly days?: string;
  /** Time zone of both times, a name of the IANA database. @default "UTC" */
  readonly timeZone?: string;
  /** Pods that are kept at least. @default 1 */
  readonly replicas?: number;
}
