import { Duration, Size } from 'cdk8s';
import { boolean, duration, type Fields, memory, object, type Resolved, type Rule, Table } from '../fields';
import { formatMemory } from '../values/memory';
import type { FunctionLimits, PolicyProps } from './props';

/** With the longest `readinessTimeout` it fits into the five digits that a duration of the Gateway API has. */
export const MAX_TIMEOUT = Duration.hours(3);

const limits = {
  minMemory: { ...memory(), default: Size.mebibytes(16) },
  maxMemory: { ...memory(), default: Size.gibibytes(2) },
  maxTimeout: {
    ...duration({ wholeSeconds: true, min: Duration.seconds(1), max: MAX_TIMEOUT }),
    default: Duration.minutes(15),
  },
} satisfies Fields<FunctionLimits>;

/** The limits, with their defaults. */
export type Limits = Resolved<FunctionLimits, typeof limits>;

const RULE: Rule<Limits, FunctionLimits> = {
  props: ['minMemory', 'maxMemory'],
  check: ({ minMemory, maxMemory }) =>
    minMemory.toKibibytes() > maxMemory.toKibibytes()
      ? { prop: 'minMemory', reason: 'is above maxMemory', allowed: `at most ${formatMemory(maxMemory)}` }
      : undefined,
};

export const LIMITS = new Table<FunctionLimits, typeof limits>('FunctionLimits', limits, [RULE]);

/** Settings of an environment, among its others. */
export const POLICY_FIELDS = {
  limits: object(LIMITS),
  requireDigests: { ...boolean(), default: false },
  requireAllowedHosts: { ...boolean(), default: false },
} satisfies Fields<PolicyProps>;
