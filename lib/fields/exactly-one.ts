import type { Rule } from './entry';
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

/** What is wrong with more or fewer than one of some keys. */
export function oneOfKeys(given: readonly string[], keys: readonly string[]): Fault {
  return {
    reason: given.length === 0 ? `has none of ${keys.join(', ')}` : `is given beside ${given[0]}`,
    allowed: `exactly one of ${keys.join(', ')}`,
  };
}
