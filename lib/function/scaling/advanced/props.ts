import type { Duration } from 'cdk8s';
import type { MetricTargetType } from '../../../triggers';

/** What a policy of scaling counts. */
export enum ScalingPolicyType {
  /** A number of pods. */
  PODS = 'Pods',
  /** A share of the pods that are there. */
  PERCENT = 'Percent',
}

/** Which of several policies counts. */
export enum ScalingPolicySelect {
  /** The one that changes the most pods. */
  MAX = 'Max',
  /** The one that changes the fewest. */
  MIN = 'Min',
  /** None: the HPA does not scale in this direction. */
  DISABLED = 'Disabled',
}

/** How many pods may come or go within a period. */
export interface ScalingPolicy {
  /** What `value` counts. */
  readonly type: ScalingPolicyType;
  /** Pods or percent, at least 1. */
  readonly value: number;
  /** Period in which no more than that changes; whole seconds, from 1 second to 30 minutes. */
  readonly period: Duration;
}

/** How the HPA scales in one direction. */
export interface ScalingRules {
  /**
   * The HPA acts on the most cautious of the numbers of pods that it found within this time. Whole seconds, at most 1 hour.
   * @default - 0s when pods are added, 5 minutes when they are taken away
   */
  readonly stabilizationWindow?: Duration;
  /** Which of the policies counts. @default - Max, as the HPA has it */
  readonly selectPolicy?: ScalingPolicySelect;
  /** How many pods may come or go. @default - what is greater of 4 pods and 100 % every 15s comes, 100 % every 15s goes */
  readonly policies?: ScalingPolicy[];
}

/** How fast the HPA scales from one pod on; to zero and from zero KEDA scales by itself. */
export interface ScalingBehavior {
  /** When pods are added. @default - those of Kubernetes */
  readonly scaleUp?: ScalingRules;
  /** When pods are taken away. @default - those of Kubernetes */
  readonly scaleDown?: ScalingRules;
}

/** One metric of all triggers, in place of theirs. */
export interface ScalingModifiers {
  /**
   * What becomes of the triggers' metrics, by their names, as an expression of expr-lang: `(orders + returns) / 2`. Those of
   * the requests are `concurrency` and `requestRate`; those of cpu and memory stay beside it.
   */
  readonly formula: string;
  /** Value of the formula for one pod, at least 0.001. */
  readonly target: number;
  /** Value of the formula above which the function has pods. @default 0 */
  readonly activationTarget?: number;
  /** What the formula's value is held against: its average over the pods, or itself. @default MetricTargetType.AVERAGE_VALUE */
  readonly metricType?: MetricTargetType;
}

/** How many pods there are while a trigger fails. */
export enum FallbackBehavior {
  /** As many as `replicas`. */
  STATIC = 'static',
  /** As many as there are. */
  CURRENT_REPLICAS = 'currentReplicas',
  /** The greater of the two. */
  CURRENT_REPLICAS_IF_HIGHER = 'currentReplicasIfHigher',
  /** The smaller of the two. */
  CURRENT_REPLICAS_IF_LOWER = 'currentReplicasIfLower',
  /** What the formula makes of a trigger that is nil: `orders ?? backup ?? 3`. */
  SCALING_MODIFIERS = 'scalingModifiers',
}

/** Pods while a trigger cannot be read; not for cpu and memory. */
export interface ScalingFallback {
  /** Failures in a row after which it begins: KEDA asks every `pollingInterval`, the HPA every 15 seconds. @default 3 */
  readonly failureThreshold?: number;
  /** Pods, at least 1. A function at zero gets them too. */
  readonly replicas: number;
  /** Which number counts, this one or that of the pods that are there. @default FallbackBehavior.STATIC */
  readonly behavior?: FallbackBehavior;
}

/** What else KEDA is told of the scaling; not with an HTTPScaledObject. */
export interface AdvancedScalingProps {
  /**
   * How often KEDA asks what is not pushed. Whole seconds, at least 1 second, and at most `requestRateWindow` where there are requests.
   * @default - 15 seconds, or `requestRateWindow` where that is shorter; 1 second with a placeholder
   */
  readonly pollingInterval?: Duration;
  /** Pods while no trigger is active, where `minReplicas` is above it; KEDA can do 0 alone. @default - `minReplicas` */
  readonly idleReplicas?: number;
  /** How fast pods come and go from one on. @default - as Kubernetes does by itself */
  readonly behavior?: ScalingBehavior;
  /** One metric made of those of all triggers. @default - each counts by itself, and the most pods win */
  readonly scalingModifiers?: ScalingModifiers;
  /** Pods while a trigger fails. @default - as many as there are, and none where there is none */
  readonly fallback?: ScalingFallback;
  /** Whether KEDA leaves the pods as they are; a function at zero is not woken. @default false */
  readonly paused?: boolean;
  /** Pods that the function has whatever its triggers say. @default - not paused */
  readonly pausedReplicas?: number;
  /** Whether no pod is taken away. @default false */
  readonly pausedScaleIn?: boolean;
  /** Whether no pod is added; a function at zero is not woken. @default false */
  readonly pausedScaleOut?: boolean;
}
