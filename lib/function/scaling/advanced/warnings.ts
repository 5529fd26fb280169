import { MetricTargetType } from '../../../triggers';
import type { FunctionSettings } from '../../fields';
import { sleeps } from '../scaling';

/** What is unwise about the scaling: KEDA divides such a metric by the pods that are ready, and there are none. */
export function scalingWarnings(settings: FunctionSettings): string[] {
  const { fallback, scalingModifiers, triggers = [] } = settings;
  if (!fallback || scalingModifiers || !sleeps(settings)) return [];
  return triggers.flatMap(({ metricType }, index) =>
    metricType === MetricTargetType.VALUE
      ? [`triggers[${index}] has metricType Value: while it fails, fallback keeps pods and wakes none`]
      : [],
  );
}
