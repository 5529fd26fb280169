import { Duration } from 'cdk8s';
import { boolean, duration, type Fields, list, object, oneOf, Table, text } from '../../fields';
import { host } from '../../fields/names';
import { MAX_TIMEOUT } from '../../policy/fields';
import { FUNCTION_DEFAULTS as DEFAULTS, FUNCTION_LIMITS as LIMITS } from '../defaults';
import { headerName, headerValue, unseenFault } from './headers';
import { ABOUT_REQUESTS } from './http';
import { type FunctionHostsProps, type FunctionRoutingProps, type HeaderMatch, Visibility } from './props';
import { pathPrefixFault, trimSlashes } from './route-key';

const header = {
  name: { ...headerName(unseenFault), required: true },
  value: headerValue(),
} satisfies Fields<HeaderMatch>;

export const ROUTING_FIELDS = {
  http: { ...boolean(), default: true, clears: (http: boolean) => (http ? [] : ABOUT_REQUESTS) },
  hosts: list(host({ wildcard: true }), { min: 1 }),
  visibility: { ...oneOf(Visibility), default: Visibility.PUBLIC },
  pathPrefixes: list(text({ fault: pathPrefixFault }), { sameAs: trimSlashes }),
  headers: list(object(new Table<HeaderMatch, typeof header>('HeaderMatch', header))),
  timeout: {
    ...duration({ wholeSeconds: true, min: Duration.seconds(1), max: MAX_TIMEOUT }),
    default: DEFAULTS.timeout,
  },
  readinessTimeout: {
    ...duration({ min: Duration.millis(1), max: LIMITS.readinessTimeout }),
    default: DEFAULTS.readinessTimeout,
  },
  requestTimeout: duration({ min: Duration.millis(1), max: LIMITS.requestTimeout }),
} satisfies Fields<FunctionHostsProps & FunctionRoutingProps>;
