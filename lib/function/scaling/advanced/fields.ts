import { Duration } from 'cdk8s';
import { boolean, duration, type Fields, integer, list, number, object, oneOf, Table, text } from '../../../fields';
import { MetricTargetType } from '../../../triggers';
import { formulaFault } from './formula';
import {
  type AdvancedScalingProps,
  FallbackBehavior,
  type ScalingBehavior,
  type ScalingFallback,
  type ScalingModifiers,
  type ScalingPolicy,
  ScalingPolicySelect,
  ScalingPolicyType,
  type ScalingRules,
} from './props';

const seconds = (min: number, max?: number) =>
  duration({
    wholeSeconds: true,
    min: Duration.seconds(min),
    max: max === undefined ? undefined : Duration.seconds(max),
  });

// the bounds of the API server: kubernetes pkg/apis/autoscaling/validation
const policy = {
  type: { ...oneOf(ScalingPolicyType), required: true },
  value: { ...integer(1), required: true },
  period: { ...seconds(1, 1800), required: true },
} satisfies Fields<ScalingPolicy>;

const rules = {
  stabilizationWindow: seconds(0, 3600),
  selectPolicy: oneOf(ScalingPolicySelect),
  policies: list(object(new Table<ScalingPolicy, typeof policy>('ScalingPolicy', policy)), { min: 1 }),
} satisfies Fields<ScalingRules>;
const RULES = new Table<ScalingRules, typeof rules>('ScalingRules', rules);

const behavior = {
  scaleUp: object(RULES),
  scaleDown: object(RULES),
} satisfies Fields<ScalingBehavior>;

const { AVERAGE_VALUE, VALUE } = MetricTargetType;
const modifiers = {
  formula: { ...text({ fault: formulaFault }), required: true },
  // the HPA gets thousandths of it
  target: { ...number(0.001), required: true },
  activationTarget: { ...number(0), default: 0 },
  metricType: { ...oneOf<MetricTargetType>({ AVERAGE_VALUE, VALUE }), default: AVERAGE_VALUE },
} satisfies Fields<ScalingModifiers>;

const fallback = {
  failureThreshold: { ...integer(0), default: 3 },
  // KEDA takes a trigger that falls back for an active one, so 0 would be 1
  replicas: { ...integer(1), required: true },
  behavior: { ...oneOf(FallbackBehavior), default: FallbackBehavior.STATIC },
} satisfies Fields<ScalingFallback>;

export const ADVANCED_SCALING_FIELDS = {
  pollingInterval: seconds(1),
  idleReplicas: integer(0, 0),
  behavior: object(new Table<ScalingBehavior, typeof behavior>('ScalingBehavior', behavior)),
  scalingModifiers: object(new Table<ScalingModifiers, typeof modifiers>('ScalingModifiers', modifiers)),
  fallback: object(new Table<ScalingFallback, typeof fallback>('ScalingFallback', fallback)),
  paused: { ...boolean(), default: false },
  pausedReplicas: integer(0),
  pausedScaleIn: { ...boolean(), default: false },
  pausedScaleOut: { ...boolean(), default: false },
} satisfies Fields<AdvancedScalingProps>;
