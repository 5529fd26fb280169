import { anyText, boolean, type Fields, map, oneOf, Table, text } from '../fields';
import { authentication } from './authentication-fields';
import { MetricTargetType, type TriggerProps, type UntypedTriggerProps } from './scaler-trigger';

/** What every trigger has. */
export const COMMON = {
  name: text({ pattern: /^[A-Za-z0-9_][\w.-]*$/, allowed: 'letters, digits, "_", "-" and "."' }),
  metricType: oneOf(MetricTargetType),
  useCachedMetrics: { ...boolean(), default: false },
  authentication: authentication(),
} satisfies Fields<TriggerProps>;

const untyped = {
  type: { ...text({ pattern: /^\S+$/, allowed: 'the name of a scaler' }), required: true },
  untyped: { ...map(text(), anyText()), required: true },
  ...COMMON,
} satisfies Fields<UntypedTriggerProps & { readonly type: string }>;

/** The settings of a trigger that is not checked. */
export const UNTYPED = new Table<UntypedTriggerProps & { readonly type: string }>('UntypedTriggerProps', untyped);
