import type { Breach, Rule } from './entry';
import type { Fault } from './problem';

/** A rule that asks for one of some props, and no more. */
export function exactlyOne<P>(...props: (keyof P & string)[]): Rule<P> {
  return {
    props,
    always: true,
    check(_, all) {
      const given = props.filter((prop) => all[prop] !== undefined);
      return given.length === 1 ? undefined : { prop: given[1], ...oneOfKeys(given, props) };
    },
  };
}

/**
 * Rules that ask for what a prop says more of.
 * @param details The sources that each prop goes with, of all `sources`.
 */
export function goesWith<P>(
  sources: readonly (keyof P & string)[],
  details: { readonly [prop in keyof P]?: readonly string[] },
  or = ', ',
): Rule<P>[] {
  return Object.entries(details as { [prop: string]: readonly string[] }).map(([prop, own]) => ({
    props: [prop as keyof P & string],
    check(props) {
      const other = sources.find((source) => props[source] !== undefined && !own.includes(source));
      return other && { prop, reason: `is given beside ${other}`, allowed: `with ${own.join(or)}` };
    },
  }));
}

/**
 * Rules that refuse some props under a condition.
 * @param about What the condition is about, beside the prop itself.
 */
export function notWhere<Filled, P = Filled>(
  props: readonly (keyof P & string)[],
  about: readonly (keyof P & string)[],
  condition: (filled: Filled, given: P) => unknown,
  fault: Omit<Breach, 'prop'>,
): Rule<Filled, P>[] {
  return props.map((prop) => ({
    props: [prop, ...about],
    check: (filled, given) => (given[prop] !== undefined && condition(filled, given) ? { prop, ...fault } : undefined),
  }));
}

/** What is wrong with more or fewer than one of some keys. */
export function oneOfKeys(given: readonly string[], keys: readonly string[]): Fault {
  return {
    reason: given.length === 0 ? `has none of ${keys.join(', ')}` : `is given beside ${given[0]}`,
    allowed: `exactly one of ${keys.join(', ')}`,
  };
}
