import { Duration } from 'cdk8s';
import { duration, type Fields, integer, oneOf } from '../../fields';
import { FUNCTION_DEFAULTS as DEFAULTS } from '../defaults';
import { Scaler, type ScalingProps } from './props';

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
} satisfies Fields<ScalingProps>;
