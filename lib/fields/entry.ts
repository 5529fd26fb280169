import type { Field, Spread } from './field';
import type { Fault } from './problem';

/** A prop's kind, with what is particular to the prop. */
export type Entry<T> = (Field<T> | Spread<T>) & {
  /** The value of a prop that is not given. */
  readonly default?: T;
  readonly required?: boolean;
  /** The prop beside which it is not required. */
  readonly unless?: string;
  /** The key in YAML. @default - the name of the prop */
  readonly key?: string;
  /** Props that a value takes away from the layers under it, since they have no meaning beside it. */
  clears?(value: T): readonly string[];
  /** Whether the prop has no key in YAML: a file says it by its name or place. */
  readonly codeOnly?: boolean;
};

/** A field for each prop of an interface: one that is left out is an error of the compiler. */
export type Fields<P> = {
  readonly [K in keyof P]-?: Entry<NonNullable<P[K]>> &
    (undefined extends P[K] ? unknown : { readonly required: true });
};

/** The props, those with a default no longer optional. */
export type Resolved<P, F> = P & {
  readonly [K in keyof P & keyof F as F[K] extends { readonly default: unknown } ? K : never]-?: NonNullable<P[K]>;
};

/** What a rule finds wrong with one of the props. */
export interface Breach extends Fault {
  /** @default - none in particular */
  readonly prop?: string;
  readonly item?: readonly (string | number)[];
}

/** What several props have to agree on, defaults included. */
export interface Rule<Filled, P = Filled> {
  /** The props that the rule is about: it is asked when at least one of them is given, unless it says `always`. */
  readonly props: readonly (keyof P & string)[];
  readonly always?: boolean;
  /** @param given The props without their defaults. */
  check(props: Filled, given: P): Breach | undefined;
}
