import { MetricTargetType, type Trigger } from '../../../triggers';
import type { FunctionSettings } from '../../fields';
import { sleeps } from '../scaling';

/** Scalers of KEDA 2.21.0 that connect when they are made, which after a failure is before each look. */
const CONNECTING = /^(redis(-.+)?|postgresql|mysql|mssql|rabbitmq|kafka)$/;

/** What is unwise about the scaling. */
export function scalingWarnings(settings: FunctionSettings): string[] {
  const { fallback, triggers = [] } = settings;
  if (!fallback) return [];
  return triggers.flatMap((trigger, index) => {
    const reason = vanity(trigger, settings);
    return reason === undefined ? [] : [`triggers[${index}] ${reason}`];
  });
}

/** Why a fallback helps a trigger little, if it does. */
function vanity({ type, metricType }: Trigger, settings: FunctionSettings): string | undefined {
  if (CONNECTING.test(type))
    return `is ${type}, to which KEDA connects before it looks: while nothing answers there, fallback does not begin`;
  // KEDA divides such a metric by the pods that are ready, and there are none
  return metricType === MetricTargetType.VALUE && !settings.scalingModifiers && sleeps(settings)
    ? 'has metricType Value: while it fails, fallback keeps pods and wakes none'
    : undefined;
}
