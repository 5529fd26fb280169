import { loadAll } from 'js-yaml';
import { Place, type Problem, type Table } from '../lib/fields';
import { entriesOf } from './fields/tables';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects of all kinds
type Any = any;

/** Settings, and what stands where because of them: `Kind/path` or `Kind name/path`, undefined for what is gone. */
export interface Effect {
  readonly given: object;
  readonly at: { readonly [where: string]: unknown };
}

/** The effects of each setting; one within another is behind a dot. */
export interface Effects {
  readonly [setting: string]: readonly Effect[];
}

export interface Way {
  /** The files of a construct. */
  readonly files: (props: Any) => { readonly [path: string]: string };
  /** What the catalog makes of settings as YAML has them. */
  readonly load?: (settings: Any) => object;
}

/** Tests that a table of effects holds, and has every setting. */
export function proveEffects(table: Table<Any>, effects: Effects, { files, load }: Way): void {
  const render = (props: object) => byName(files(props));
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
    if (load && !isCodeOnly(table, given)) expect(render(load(table.write(given)))).toEqual(objects);
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
  return problems.some(({ reason }) => reason !== 'is missing');
}

/** The objects of all files, by kind and by kind and name. */
function byName(files: { readonly [path: string]: string }): { readonly [name: string]: Any } {
  const objects = Object.values(files).flatMap((text) => loadAll(text) as Any[]);
  return Object.fromEntries(
    objects.flatMap((object) => [
      [object.kind, object],
      [`${object.kind} ${object.metadata.name}`, object],
    ]),
  );
}

/** What stands at a path; a step into a list may be the name of an item. */
function lookUp(objects: { readonly [name: string]: Any }, where: string): unknown {
  return where
    .split('/')
    .map((step) => step.replaceAll('~1', '/'))
    .reduce<Any>(
      (value, step) =>
        Array.isArray(value) && !/^\d+$/.test(step) ? value.find(({ name }) => name === step) : value?.[step],
      objects,
    );
}
