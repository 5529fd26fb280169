import { Duration } from 'cdk8s';
import { boolean, duration, type Fields, object } from '../../fields';
import { absolutePath } from '../../fields/names';
import { FUNCTION_DEFAULTS as DEFAULTS } from '../defaults';
import { PROBES } from './probe-fields';
import type { FunctionProbeProps } from './props';

export const PROBE_FIELDS = {
  startupTimeout: duration({ wholeSeconds: true, min: Duration.seconds(1) }),
  healthPath: { ...absolutePath('a path that starts with "/"'), default: DEFAULTS.healthPath },
  readinessProbe: { ...boolean(), default: false },
  probes: { ...object(PROBES), merge: (under, over) => PROBES.merge([under, over]) },
} satisfies Fields<FunctionProbeProps>;
