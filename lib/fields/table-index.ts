import type { Entry } from './entry';
import { type Slot, slotsOf } from './slot';

/** What a table looks up. */
export class TableIndex<R extends { readonly props: readonly PropertyKey[] }> {
  public readonly slots: readonly Slot[];
  public readonly byKey: ReadonlyMap<string, Slot>;
  public readonly byProp: ReadonlyMap<string, Slot>;
  public readonly rulesOf: ReadonlyMap<string, readonly R[]>;
  /** How defaults within a value are filled in. */
  public readonly filling: ReadonlyMap<string, (value: unknown) => unknown>;
  /** What has no meaning any more under a value of an upper layer. */
  public readonly clearing: readonly (readonly [prop: string, clears: (value: unknown) => readonly string[]])[];
  public readonly defaults: { readonly [prop: string]: unknown };

  constructor(of: string, fields: object, rules: readonly R[]) {
    this.slots = slotsOf(of, fields);
    this.byKey = new Map(this.slots.flatMap((slot) => slot.keys.map((key) => [key, slot])));
    this.byProp = new Map(this.slots.map((slot) => [slot.prop, slot]));
    this.rulesOf = new Map(
      this.slots.map(({ prop }) => [prop, rules.filter((rule) => rule.props.some((name) => name === prop))]),
    );
    this.filling = new Map(this.slots.flatMap((slot) => (slot.fill ? [[slot.prop, slot.fill]] : [])));
    this.clearing = Object.entries(fields as { [prop: string]: Entry<unknown> }).flatMap(([prop, { clears }]) =>
      clears ? [[prop, clears] as const] : [],
    );
    this.defaults = Object.fromEntries(
      this.slots
        .filter(({ standard }) => standard !== undefined)
        .map(({ prop, standard, fill }) => [prop, fill ? fill(standard) : standard]),
    );
  }
}
