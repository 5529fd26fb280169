import { type Breach, notWhere, type Rule } from '../../../fields';
import { isResource } from '../../../triggers/rules/common';
import { formatDuration } from '../../../values/duration';
import type { FunctionRoutingProps } from '../../routing/props';
import { REQUEST_TRIGGERS } from '../names';
import type { ScalingProps } from '../props';
import { namesIn } from './formula';
import { FallbackBehavior } from './props';

type Props = ScalingProps & FunctionRoutingProps;
type Filled = Props & Required<Pick<Props, 'http' | 'minReplicas' | 'maxReplicas' | 'requestRateWindow'>>;

export const ADVANCED_SCALING_RULES: Rule<Filled, Props>[] = [
  {
    props: ['pollingInterval', 'requestRateWindow', 'http'],
    check: ({ pollingInterval, requestRateWindow: window, http }) =>
      http && pollingInterval && pollingInterval.toMilliseconds() > Math.max(1000, window.toMilliseconds())
        ? {
            prop: 'pollingInterval',
            reason: 'is longer than requestRateWindow, and requests between two polls would not be seen',
            allowed: `at most ${formatDuration(window)}`,
          }
        : undefined,
  },
  {
    props: ['idleReplicas', 'minReplicas'],
    check: ({ idleReplicas, minReplicas }) =>
      idleReplicas !== undefined && idleReplicas >= minReplicas
        ? { prop: 'idleReplicas', reason: `is not below minReplicas ${minReplicas}`, allowed: 'minReplicas from 1 on' }
        : undefined,
  },
  { props: ['scalingModifiers', 'triggers', 'warm', 'http'], check: checkModifiers },
  { props: ['fallback', 'scalingModifiers', 'triggers', 'warm', 'maxReplicas', 'http'], check: checkFallback },
  ...notWhere<Filled, Props>(['pausedReplicas'], ['paused'], ({ paused }) => paused, {
    reason: 'is given beside paused',
    allowed: 'one of them',
  }),
];

/** KEDA asks for each trigger of the formula by its name, and takes no part of one that has none. */
function checkModifiers({ scalingModifiers, triggers = [], warm = [], http }: Filled): Breach | undefined {
  if (!scalingModifiers) return undefined;
  if (warm.length > 0)
    return {
      prop: 'warm',
      reason: 'has no effect beside scalingModifiers',
      allowed: 'a cron trigger with a name, in the formula',
    };
  const counted = triggers.map((trigger, index) => ({ trigger, index })).filter(({ trigger }) => !isResource(trigger));
  const taken = http ? REQUEST_TRIGGERS : [];
  for (const { trigger, index } of counted) {
    const item = [index, 'name'];
    if (trigger.name === undefined)
      return {
        prop: 'triggers',
        item,
        reason: 'is missing',
        allowed: 'a name, by which scalingModifiers.formula has it',
      };
    if (taken.includes(trigger.name))
      return { prop: 'triggers', item, reason: 'is that of a metric of the requests', allowed: 'another name' };
  }
  const known = [...taken, ...counted.map(({ trigger }) => trigger.name!)];
  const unknown = namesIn(scalingModifiers.formula).find((name) => !known.includes(name));
  return unknown === undefined
    ? undefined
    : {
        prop: 'scalingModifiers',
        item: ['formula'],
        reason: `has ${unknown}, which is not the name of a trigger`,
        allowed: known.join(', ') || 'a trigger beside cpu and memory',
      };
}

function checkFallback(props: Filled): Breach | undefined {
  const { fallback, scalingModifiers, triggers = [], warm = [], maxReplicas, http } = props;
  if (!fallback) return undefined;
  const { behavior, replicas } = fallback;
  if (!http && warm.length === 0 && triggers.every(isResource))
    return { prop: 'fallback', reason: 'is not for cpu and memory', allowed: 'another trigger beside them' };
  if (replicas > maxReplicas)
    return {
      prop: 'fallback',
      item: ['replicas'],
      reason: 'is above maxReplicas',
      allowed: `at most ${maxReplicas}`,
    };
  if (behavior === FallbackBehavior.SCALING_MODIFIERS && !scalingModifiers)
    return {
      prop: 'fallback',
      item: ['behavior'],
      reason: 'needs scalingModifiers',
      allowed: 'another behavior, or a formula',
    };
  // pkg/fallback of KEDA 2.21.0 reads it as an integer, and does nothing if it is none
  return scalingModifiers && !Number.isInteger(scalingModifiers.target)
    ? {
        prop: 'scalingModifiers',
        item: ['target'],
        reason: 'is a fraction, with which KEDA does not fall back',
        allowed: 'a whole number beside fallback',
      }
    : undefined;
}
