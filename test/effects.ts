import type { App } from 'cdk8s';
import { InputError, warningsOf } from '../lib';
import { Place, type Problem, type Table } from '../lib/fields';
import { entriesOf } from './fields/tables';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects of all kinds
type Any = any;

/**
 * Settings, and what stands where because of them: `Kind/path`, `Kind name/path`, `warnings` or `refused`; undefined for what
 * is gone.
 */
export interface Effect {
  readonly given: object;
  readonly at: { readonly [where: string]: unknown };
}

/** The effects of each setting; one within another is behind a dot. */
export interface Effects {
  readonly [setting: string]: readonly Effect[];
}

export interface Way {
  /** An app with a construct. */
  readonly build: (props: Any) => App;
  /** What the catalog makes of settings as YAML has them. */
  readonly load?: (settings: Any) => object;
}

/** Tests that a table of effects holds, and has every setting. */
export function proveEffects(table: Table<Any>, effects: Effects, { build, load }: Way): void {
  const render = (props: object) => {
    try {
      return byName(build(props));
    } catch (error) {
      if (error instanceof InputError) return { refused: error.message.split('\n') };
      throw error;
    }
  };
  const base = render({});

  test('every setting has an effect', () => {
    expect(Object.keys(effects).sort()).toEqual(settingsOf(table).sort());
    for (const [setting, rows] of Object.entries(effects)) expect([setting, rows]).not.toEqual([setting, []]);
  });

  const rows = Object.entries(effects).flatMap(([setting, some]) =>
    some.map((effect) => [setting, JSON.stringify(table.write(effect.given)), effect] as const),
  );
  test.each(rows)('%s: %s', (setting, _, { given, at }) => {
    const [first] = setting.split('.');
    expect(given).toHaveProperty(first!);
    const objects = render(given);
    for (const [where, expected] of Object.entries(at)) {
      expect({ [where]: lookUp(objects, where) }).toEqual({ [where]: expected });
      // else it would be there anyhow
      expect({ [where]: lookUp(base, where) }).not.toEqual({ [where]: expected });
    }
    const written = table.write(given);
    if (load && !('refused' in at) && !isCodeOnly(table, given))
      expect(table.write(load(written))).toMatchObject(written as object);
  });
}

/** The names of all settings, those within others too; of a list or map none that is within. */
function settingsOf(table: Table<object>): string[] {
  return entriesOf(table).flatMap(([prop, entry]) => {
    const inner = entry.spread || entry.schema!.properties ? [entry.table ?? Object.values(entry.tables!)].flat() : [];
    if (inner.length === 0) return [prop];
    return [...new Set(inner.flatMap(settingsOf))].map((name) => `${prop}.${name}`);
  });
}

/** Whether YAML has no word for it. */
function isCodeOnly(table: Table<object>, given: object): boolean {
  const problems: Problem[] = [];
  table.read(JSON.parse(JSON.stringify(table.write(given))), Place.root('yaml', problems));
  return problems.some(({ reason }) => ['is an unknown key', 'is invalid'].includes(reason));
}

/** The objects by kind, and by kind and name, without CRDs, which no setting changes; and the warnings. */
function byName(app: App): { readonly [name: string]: Any } {
  const objects: Any[] = app.charts.filter(({ node }) => node.id !== 'crds').flatMap((chart) => chart.toJson());
  const named = objects.flatMap((object) => [
    [object.kind, object],
    [`${object.kind} ${object.metadata.name}`, object],
  ]);
  return { ...Object.fromEntries(named), warnings: warningsOf(app) };
}

/** What stands at a path; a step into a list may be the name of an item. */
function lookUp(objects: { readonly [name: string]: Any }, where: string): unknown {
  return where
    .split('/')
    .map((step) => step.replaceAll('~1', '/'))
    .reduce<Any>(
      (value, step) =>
        Array.isArray(value) && !/^\d+$/.test(step)
          ? value.find(({ name, alert, record }) => [name, alert, record].includes(step))
          : value?.[step],
      objects,
    );
}
