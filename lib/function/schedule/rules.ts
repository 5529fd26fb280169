import type { Breach, Rule } from '../../fields';
import { Protocol } from '../network/protocol';
import type { FunctionProps } from '../props';
import { isBelow } from '../routing/route-key';
import { headerNames } from './header-names';
import type { ScheduledCall } from './props';

/** What keeps a call from reaching the function, if anything, and where it is said. */
type Check = (call: ScheduledCall, props: FunctionProps) => Omit<Breach, 'prop'> | undefined;

const CHECKS: Check[] = [
  ({ path }, { pathPrefixes = [] }) =>
    path === undefined || pathPrefixes.length === 0 || pathPrefixes.some((prefix) => isBelow(path, prefix))
      ? undefined
      : {
          item: ['path'],
          reason: 'does not lead to the function',
          allowed: `a path below ${pathPrefixes.join(' or ')}`,
        },
  (call, { headers: asked = [] }) => {
    const given = headerNames(call);
    const missing = asked.find(({ name, value }) => value === undefined && !given.includes(name.toLowerCase()));
    return (
      missing && {
        reason: `has no header ${missing.name}, which the function's headers ask for`,
        allowed: `${missing.name} in headers or headerValueFrom`,
      }
    );
  },
  (_, { hosts }) =>
    hosts?.every((host) => host.startsWith('*'))
      ? { reason: 'has no host to call: all of them begin with "*"', allowed: 'a host without "*" in hosts' }
      : undefined,
  (_, { protocol }) =>
    protocol === Protocol.GRPC
      ? { reason: 'is an HTTP call, and protocol is grpc', allowed: 'none with this protocol' }
      : undefined,
  (_, { coldStart }) =>
    coldStart?.placeholder
      ? {
          reason: 'would be answered by the placeholder while no pod is ready',
          allowed: 'none beside coldStart.placeholder',
        }
      : undefined,
];

/** A call that would not reach the function. */
export const SCHEDULES_RULES: Rule<FunctionProps>[] = [
  {
    props: ['schedules', 'pathPrefixes', 'headers', 'hosts', 'protocol', 'coldStart'],
    check(props) {
      for (const [name, call] of Object.entries(props.schedules ?? {}))
        for (const check of CHECKS) {
          const found = check(call, props);
          if (found) return { ...found, prop: 'schedules', item: [name, ...(found.item ?? [])] };
        }
      return undefined;
    },
  },
];
