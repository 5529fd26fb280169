import { Duration } from 'cdk8s';
import { duration, type Fields, integer, list, object, oneOf } from '../../fields';
import { trigger } from '../../triggers/fields';
import { FUNCTION_DEFAULTS as DEFAULTS } from '../defaults';
import { ADVANCED_SCALING_FIELDS } from './advanced/fields';
import { Scaler, type ScalingProps } from './props';
import { WARM_WINDOW } from './warm-fields';

export const SCALING_FIELDS = {
  scaler: { ...oneOf(Scaler), default: Scaler.INTERCEPTOR_ROUTE },
  minReplicas: { ...integer(0), default: DEFAULTS.minReplicas },
  maxReplicas: { ...integer(1), default: DEFAULTS.maxReplicas },
  cooldown: { ...duration({ wholeSeconds: true }), default: DEFAULTS.cooldown },
  initialCooldown: { ...duration({ wholeSeconds: true }), default: DEFAULTS.initialCooldown },
  concurrency: { ...integer(1), default: DEFAULTS.concurrency },
  requestRate: { ...integer(1), default: DEFAULTS.requestRate },
  requestRateWindow: { ...duration(), default: DEFAULTS.requestRateWindow },
  requestRateGranularity: { ...duration({ min: Duration.seconds(1) }), default: DEFAULTS.requestRateGranularity },
  triggers: list(trigger()),
  warm: list(object(WARM_WINDOW)),
  ...ADVANCED_SCALING_FIELDS,
} satisfies Fields<ScalingProps>;
