import type {
  ScaledObjectSpecAdvanced,
  ScaledObjectSpecAdvancedScalingModifiersMetricType,
  ScaledObjectSpecFallback,
  ScaledObjectSpecFallbackBehavior,
} from '../../../../imports/keda.sh';
import { MetricTargetType } from '../../../triggers';
import { MAX_LABEL } from '../../../values/names';
import type { FunctionSettings } from '../../fields';
import { HPA_PREFIX } from '../names';
import { FallbackBehavior, type ScalingRules } from './props';

/** What KEDA tells the HPA, and makes of the metrics. */
export function advancedOf(
  name: string,
  { behavior, scalingModifiers }: FunctionSettings,
): ScaledObjectSpecAdvanced | undefined {
  // KEDA's webhook refuses the name that KEDA would give it
  const hpaName = HPA_PREFIX.length + name.length > MAX_LABEL ? name : undefined;
  const { scaleUp, scaleDown } = behavior ?? {};
  if (!hpaName && !scaleUp && !scaleDown && !scalingModifiers) return undefined;
  return {
    horizontalPodAutoscalerConfig:
      hpaName || scaleUp || scaleDown
        ? {
            name: hpaName,
            behavior: scaleUp || scaleDown ? { scaleUp: rulesOf(scaleUp), scaleDown: rulesOf(scaleDown) } : undefined,
          }
        : undefined,
    scalingModifiers: scalingModifiers && {
      formula: scalingModifiers.formula,
      target: String(scalingModifiers.target),
      activationTarget: scalingModifiers.activationTarget ? String(scalingModifiers.activationTarget) : undefined,
      metricType:
        scalingModifiers.metricType === MetricTargetType.VALUE
          ? ('Value' as ScaledObjectSpecAdvancedScalingModifiersMetricType)
          : undefined,
    },
  };
}

export function fallbackOf({ fallback }: FunctionSettings): ScaledObjectSpecFallback | undefined {
  if (!fallback) return undefined;
  const { failureThreshold = 3, replicas, behavior = FallbackBehavior.STATIC } = fallback;
  return {
    failureThreshold,
    replicas,
    behavior:
      behavior === FallbackBehavior.STATIC ? undefined : (behavior as string as ScaledObjectSpecFallbackBehavior),
  };
}

function rulesOf(rules: ScalingRules | undefined) {
  return (
    rules && {
      stabilizationWindowSeconds: rules.stabilizationWindow?.toSeconds(),
      selectPolicy: rules.selectPolicy,
      policies: rules.policies?.map(({ type, value, period }) => ({ type, value, periodSeconds: period.toSeconds() })),
    }
  );
}
