import type { Breach, Rule } from '../../fields';
import type { TriggerSettings } from '../scaler-trigger';
import { givenTo } from '../sources';

/** What the settings of a trigger have to agree on; each is one of KEDA's own checks, which it makes when it is too late. */
export type TriggerRule = Rule<TriggerSettings>;

/** A rule that is always asked. */
export function always(check: (props: TriggerSettings) => Breach | undefined): TriggerRule {
  return { props: [], always: true, check: (_, given) => check(given) };
}

/** Two values that exclude each other. */
export function apart(first: string, second: string): TriggerRule {
  return {
    props: [first, second],
    check: (_, given) =>
      isGiven(given, first) && isGiven(given, second)
        ? { prop: second, reason: `is given beside ${first}`, allowed: 'one of them' }
        : undefined,
  };
}

/** Two switches that exclude each other. */
export function notBoth(first: string, second: string): TriggerRule {
  return {
    props: [first, second],
    check: (_, given) =>
      given[first] === true && given[second] === true
        ? { prop: second, reason: `is given beside ${first}`, allowed: 'one of them' }
        : undefined,
  };
}

/** A number that must be above zero. */
export function aboveZero(name: string): TriggerRule {
  return {
    props: [name],
    check: (_, given) =>
      given[name] !== undefined && Number(given[name]) <= 0
        ? { prop: name, reason: 'is out of range', allowed: 'a number above 0' }
        : undefined,
  };
}

/** A number that must not be below zero. */
export function notNegative(name: string): TriggerRule {
  return {
    props: [name],
    check: (_, given) =>
      given[name] !== undefined && Number(given[name]) < 0
        ? { prop: name, reason: 'is out of range', allowed: 'a number from 0 on' }
        : undefined,
  };
}

/** Parameters of which none may be absent under a condition. */
export function needs(when: (props: TriggerSettings) => string | undefined, ...names: string[]): TriggerRule {
  return always((props) => {
    const why = when(props);
    const missing = why === undefined ? undefined : names.find((name) => givenTo(props, name) === 'no');
    return missing === undefined ? undefined : absent(props, missing, `${missing}, since ${why}`);
  });
}

/** What is absent, told at what could give it. */
export function absent(props: TriggerSettings, what: string, allowed: string): Breach {
  return props.authentication === undefined
    ? { reason: `has no ${what}`, allowed }
    : { prop: 'authentication', reason: `has no ${what}`, allowed };
}

const isGiven = (props: TriggerSettings, name: string): boolean => givenTo(props, name) === 'yes';

/** Whether a parameter has a value that is known here. */
export const is = (props: TriggerSettings, name: string, ...values: unknown[]): boolean => values.includes(props[name]);
