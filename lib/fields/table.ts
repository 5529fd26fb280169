import { ensure } from '../ensure';
import type { Breach, Entry, Fields, Resolved, Rule } from './entry';
import { type Inner, isMap, type Schema } from './field';
import { type Mergeable, merged, removable } from './layer';
import type { Place } from './place';
import { type Fault, type Path, valueAt } from './problem';
import { inside, type Slot } from './slot';
import { closest } from './spelling';
import { TableIndex } from './table-index';

export interface LayerProps<P> {
  /** Whether null takes away what lies under it. */
  readonly removes: boolean;
  /** The props that the layer does not have. */
  readonly without?: readonly (keyof P)[];
  /** Those that it cannot take away. */
  readonly keeps?: readonly (keyof P)[];
  /** Those that it has to have, whatever others say. */
  readonly requires?: readonly (keyof P)[];
}

/** The props of an interface as fields, and the rules over several of them. */
export class Table<P extends object, F = Fields<P>> implements Inner {
  private made?: TableIndex<Rule<Resolved<P, F>, P>>;
  private readonly parts = new Map<boolean, Table<Partial<P>>>();
  /** Rules by the props that are given: most functions of a catalog have the same. */
  private readonly asked = new Map<string, readonly Rule<Resolved<P, F>, P>[]>();

  constructor(
    /** The interface, whose doc comments describe the keys. */
    public readonly of: string,
    public readonly fields: F & Fields<P>,
    private readonly rules: readonly Rule<Resolved<P, F>, P>[] = [],
    /** What is wrong with keys that someone may look for here in vain. */
    public readonly refused: { readonly [key: string]: Fault } = {},
  ) {}

  /** Made when it is first asked for: an app needs few of all tables. */
  private get index(): TableIndex<Rule<Resolved<P, F>, P>> {
    this.made ??= new TableIndex(this.of, this.fields, this.rules);
    return this.made;
  }

  /** The keys in YAML. */
  public get keys(): string[] {
    return [...this.index.byKey.keys()];
  }

  public get allowed(): string {
    return `a map with the keys ${this.keys.join(', ')}`;
  }

  public get schema(): Schema {
    const required = this.index.slots.filter((slot) => slot.required).flatMap(({ keys }) => keys);
    return {
      type: 'object',
      $doc: this.of,
      properties: Object.assign({}, ...this.index.slots.map((slot) => slot.properties)),
      additionalProperties: false,
      ...(required.length > 0 && { required }),
    };
  }

  /** Settings of one layer of several: those that others complete, or take away by null. */
  public layer({ removes, without = [], keeps = [], requires = [] }: LayerProps<P>): Table<Partial<P>> {
    const has = (props: readonly (keyof P)[], prop: string) => props.includes(prop as keyof P);
    const entries = Object.entries<Entry<unknown>>(this.fields)
      .filter(([prop, { codeOnly }]) => !codeOnly && !has(without, prop))
      .map(([prop, entry]) => {
        const required = has(requires, prop);
        if ('spread' in entry) return [prop, { ...entry, required }];
        const inner = { ...entry, ...entry.layer?.(removes), required };
        return [prop, removes && !entry.required && !has(keeps, prop) ? removable(inner) : inner];
      });
    return new Table<Partial<P>>(this.of, Object.fromEntries(entries) as Fields<Partial<P>>, [], this.refused);
  }

  /** Reads each of the settings that are there; no rule is applied, no default filled in. */
  public read(raw: unknown, place: Place): P | undefined {
    if (!isMap(raw)) return place.refuse(raw, this.allowed);
    for (const key of Object.keys(raw))
      if (!this.index.byKey.has(key) && place.door === 'yaml') this.refuseKey(key, place);
    const props: { [prop: string]: unknown } = {};
    for (const slot of this.index.slots) {
      const value = slot.read(raw, place);
      if (value !== undefined) props[slot.prop] = value;
    }
    return props as P;
  }

  /** Reads settings that nothing else completes, and applies the rules. */
  public readWhole(raw: unknown, place: Place): P | undefined {
    const before = place.problems.length;
    const props = this.read(raw, place);
    if (props && place.problems.length === before) this.check(props, place);
    return props;
  }

  /** The settings as YAML has them. */
  public write(props: P): unknown {
    if (!isMap(props)) return props;
    const raw: { [key: string]: unknown } = {};
    for (const slot of this.slotsIn(props)) {
      const value = props[slot.prop as keyof P];
      if (value !== undefined) slot.writeTo(raw, value);
    }
    return raw;
  }

  /** Fills in the defaults. */
  public fill(props: P): Resolved<P, F> {
    const filled = { ...this.index.defaults };
    for (const [prop, value] of Object.entries(props)) {
      if (value !== undefined) filled[prop] = this.index.filling.get(prop)?.(value) ?? value;
    }
    return filled as Resolved<P, F>;
  }

  /** The same within a layer; whoever asks twice gets one table. */
  public part(removes: boolean): Table<Partial<P>> {
    return ensure(this.parts, removes, () => this.layer({ removes }));
  }

  /** Settings of several layers, the lowest first: of each prop the upper one, or what its kind makes of both. */
  public merge(layers: readonly Partial<P>[]): Partial<P> {
    return layers.reduce<{ readonly [prop: string]: unknown }>(
      (under, over) =>
        merged(this.left(under, over), over, (prop) => this.fields[prop as keyof P] as Mergeable | undefined),
      {},
    ) as Partial<P>;
  }

  /** What of the lower layers still has a meaning under an upper one. */
  private left(under: { readonly [prop: string]: unknown }, over: Partial<P>): { readonly [prop: string]: unknown } {
    const cleared = this.index.clearing.flatMap(([prop, clears]) => {
      const value = over[prop as keyof P];
      return value === undefined || value === null ? [] : clears(value as never);
    });
    if (cleared.length === 0) return under;
    return Object.fromEntries(Object.entries(under).filter(([prop]) => !cleared.includes(prop)));
  }

  /** Checks what is within the settings, once the layers that complete it are merged. */
  public checkWithin(props: Partial<P>, place: Place): void {
    for (const slot of this.slotsIn(props).filter(({ hasLayers }) => hasLayers)) {
      const raw = {};
      slot.writeTo(raw, props[slot.prop as keyof P]);
      slot.read(raw, place);
    }
  }

  /**
   * Applies the rules.
   * @param whole Whether these are all settings; else others may complete them, and a rule needs all of its own.
   */
  public check(props: P, place: Place, whole = true): void {
    const isGiven = (prop: string) => props[prop as keyof P] !== undefined;
    const given = Object.keys(props).filter(isGiven);
    const asked = ensure(this.asked, `${whole} ${given}`, () => this.rulesFor(given, whole));
    if (asked.length === 0) return;
    const filled = this.fill(props);
    for (const rule of asked) {
      const breach = rule.check(filled, props);
      if (breach) this.report(breach, rule.props.filter(isGiven), filled, place);
    }
  }

  /** The rules to apply where some props are given, and no others. */
  private rulesFor(given: readonly string[], whole: boolean): Rule<Resolved<P, F>, P>[] {
    const concerned = new Set(given.flatMap((prop) => this.index.rulesOf.get(prop) ?? []));
    return this.rules.filter((rule) =>
      concerned.has(rule) ? whole || rule.props.every((prop) => given.includes(prop as string)) : whole && rule.always,
    );
  }

  /** Where something stands, by its way in YAML. */
  public locate(path: Path, place: Place): Place {
    const [key, ...rest] = path;
    const slot = this.index.byKey.get(String(key));
    return slot ? slot.within(slot.isSpread ? path : rest, place) : inside(place, path);
  }

  private report({ prop, item = [], ...fault }: Breach, given: string[], filled: object, table: Place): void {
    if (prop === undefined) {
      table.report(fault);
      return;
    }
    const slot = (name: string) => this.index.slots.find((each) => each.prop === name)!;
    const value = valueIn(slot(prop).form(filled[prop as keyof typeof filled]), item);
    const inner = slot(prop).within(item, table);
    const [other] = given;
    const elsewhere = other !== undefined && !given.includes(prop);
    inner.report({ value, ...fault, ...(elsewhere && { at: slot(other).place(table).path }) });
  }

  /** The slots that may have a value: of an object that somebody wrote down, those of its keys. */
  private slotsIn(props: object): readonly Slot[] {
    if (Object.getPrototypeOf(props) !== Object.prototype) return this.index.slots;
    const slots: Slot[] = [];
    for (const prop of Object.keys(props)) {
      const slot = this.index.byProp.get(prop);
      if (slot) slots.push(slot);
    }
    return slots;
  }

  private refuseKey(key: string, place: Place): void {
    const unknown = { reason: 'is an unknown key', meant: closest(key, this.keys), allowed: this.keys.join(', ') };
    place.in(key).report(Object.hasOwn(this.refused, key) ? this.refused[key] : unknown);
  }
}

/** What stands at a path, unless that is a map or a list: a message would not get shorter by it. */
function valueIn(written: unknown, path: readonly (string | number)[]): unknown {
  const value = valueAt(written, path);
  return typeof value === 'object' ? undefined : value;
}
