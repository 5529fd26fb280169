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
export const apart = (first: string, second: string) => exclusive(first, second, isGiven);

/** Two switches that exclude each other. */
export const notBoth = (first: string, second: string) =>
  exclusive(first, second, (given, name) => given[name] === true);

function exclusive(first: string, second: string, has: (given: TriggerSettings, name: string) => boolean): TriggerRule {
  return {
    props: [first, second],
    check: (_, given) =>
      has(given, first) && has(given, second)
        ? { prop: second, reason: `is given beside ${first}`, allowed: 'one of them' }
        : undefined,
  };
}

/** A number that must be above zero. */
export const aboveZero = (name: string) => inRange(name, (value) => value > 0, 'a number above 0');

/** A number that must not be below zero. */
export const notNegative = (name: string) => inRange(name, (value) => value >= 0, 'a number from 0 on');

function inRange(name: string, fits: (value: number) => boolean, allowed: string): TriggerRule {
  return {
    props: [name],
    check: (_, given) =>
      given[name] === undefined || fits(Number(given[name]))
        ? undefined
        : { prop: name, reason: 'is out of range', allowed },
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

function isGiven(props: TriggerSettings, name: string): boolean {
  return givenTo(props, name) === 'yes';
}

/** Whether a parameter has a value that is known here. */
export const is = (props: TriggerSettings, name: string, ...values: unknown[]): boolean => values.includes(props[name]);
