import { Duration } from 'cdk8s';
import { duration, type Fields, list, oneOf, text } from '../../fields';
import { host } from '../../fields/names';
import { MAX_TIMEOUT } from '../../policy/fields';
import { FUNCTION_DEFAULTS as DEFAULTS, FUNCTION_LIMITS as LIMITS } from '../defaults';
import { type FunctionHostsProps, type FunctionRoutingProps, Visibility } from './props';
import { pathPrefixFault, trimSlashes } from './route-key';

export const ROUTING_FIELDS = {
  hosts: list(host({ wildcard: true }), { min: 1 }),
  visibility: { ...oneOf(Visibility), default: Visibility.PUBLIC },
  pathPrefixes: list(text({ fault: pathPrefixFault }), { sameAs: trimSlashes }),
  timeout: {
    ...duration({ wholeSeconds: true, min: Duration.seconds(1), max: MAX_TIMEOUT }),
    default: DEFAULTS.timeout,
  },
  readinessTimeout: {
    ...duration({ min: Duration.millis(1), max: LIMITS.readinessTimeout }),
    default: DEFAULTS.readinessTimeout,
  },
} satisfies Fields<FunctionHostsProps & FunctionRoutingProps>;
