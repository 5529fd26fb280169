import type { Duration } from 'cdk8s';
import type { Fault, Rule } from '../fields';
import { namespaceFault } from '../values/names';
import { excessIn } from '../workload/fields';
import type { CloudflareTunnelProps } from './props';
import { TUNNEL_RESOURCES } from './tunnel-defaults';
import type { TunnelRule } from './tunnel-rule-props';

const FRACTION: Fault = { reason: 'is a fraction of a second', allowed: 'whole seconds' };

const TIMES = ['connectTimeout', 'tlsTimeout', 'tcpKeepAlive', 'keepAliveTimeout'] as const;

/** Cloudflare's API takes whole seconds, a configuration file any duration. */
export const TUNNEL_RULES: Rule<CloudflareTunnelProps>[] = [
  { props: ['resources'], check: ({ resources }) => excessIn('resources', { ...TUNNEL_RESOURCES, ...resources }) },
  {
    props: ['namespace', 'createNamespace'],
    check({ namespace, createNamespace }) {
      const fault = namespaceFault(namespace, createNamespace);
      return fault && { prop: 'namespace', ...fault };
    },
  },
  {
    props: ['mode', 'origin'],
    check({ mode, origin = {} }) {
      const broken = mode.isLocal ? undefined : TIMES.find((time) => isFraction(origin[time]));
      return broken && { prop: 'origin', item: [broken], ...FRACTION };
    },
  },
  {
    props: ['mode', 'rules'],
    check({ mode, rules = [] }) {
      if (mode.isLocal) return undefined;
      for (const [index, { origin = {} }] of rules.entries()) {
        const broken = TIMES.find((time) => isFraction(origin[time]));
        if (broken) return { prop: 'rules', item: [index, 'origin', broken], ...FRACTION };
      }
      return undefined;
    },
  },
];

function isFraction(duration?: Duration): boolean {
  return duration !== undefined && duration.toMilliseconds() % 1000 !== 0;
}

/** What a rule of one's own has to have: one for every request would be the last, and the functions stand after it. */
export const RULE_RULES: Rule<TunnelRule>[] = [
  {
    props: ['hostname', 'path'],
    always: true,
    check: ({ hostname, path }) =>
      hostname === undefined && path === undefined
        ? { reason: 'takes every request', allowed: 'a hostname, a path, or both' }
        : undefined,
  },
];

/** What is wrong with a regular expression of Go, as far as one of JavaScript tells. */
export function goPatternFault(pattern: string): Fault | undefined {
  const fault: Fault = { reason: 'is not a regular expression of Go', allowed: 'such as ^/static/' };
  if (/\(\?<?[=!]|\\[1-9]|\(\?>/.test(pattern)) return { ...fault, reason: `${fault.reason}: it looks around or back` };
  try {
    // what Go writes otherwise
    new RegExp(
      pattern
        .replace(/\(\?P</g, '(?<')
        .replace(/\(\?[imsU-]+:/g, '(?:')
        .replace(/\(\?[imsU-]+\)/g, '')
        .replace(/\\[Az]/g, ''),
    );
    return undefined;
  } catch {
    return fault;
  }
}
