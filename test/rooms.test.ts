import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const ROOT = join(__dirname, '..');
const MAX_LINES = 250;
const CONSTRUCTS = [
  'function',
  'platform',
  'edge',
  'gitops',
  'monitoring',
  'workload',
  'object',
  'network',
  'triggers',
];
const KUBERNETES = /^(cdk8s-plus|imports\/)/;
const ROOM_OF_CONSTRUCTS = new RegExp(`^lib/(${CONSTRUCTS.join('|')})/`);

/** What is loaded where it is needed, since few runs need it. */
const LATE = /\brequire\('(\.[^']+)'\) as typeof import\('\1'\)/g;

/** What no file of a room imports, whether values or types. */
const CLOSED: [what: string, room: RegExp, closed: RegExp][] = [
  ['the library knows of no command line', /^lib\//, /^cli\//],
  ['values know nothing but values', /^lib\/values\//, /^(lib\/(?!values\/)|imports\/|constructs$|cdk8s-plus)/],
  ['kinds of settings know no Kubernetes object', /^lib\/fields\//, KUBERNETES],
  ['kinds of settings know no construct', /^lib\/fields\//, ROOM_OF_CONSTRUCTS],
  [
    'a file is read whatever it declares',
    /^lib\/source\//,
    /^(lib\/(catalog|naming|policy)\/|cdk8s|imports\/|constructs$)/,
  ],
  ['a file is read whatever is made of it', /^lib\/source\//, ROOM_OF_CONSTRUCTS],
  [
    'names and routes are claimed whoever declares them',
    /^lib\/claims\//,
    /^(lib\/(catalog|source|synth)\/|cdk8s|imports\/|constructs$)/,
  ],
  ['the catalog knows no Kubernetes object', /^lib\/catalog\//, KUBERNETES],
  ['constructs do not know who writes them', ROOM_OF_CONSTRUCTS, /^lib\/synth\//],
  ['constructs do not know who declares them', ROOM_OF_CONSTRUCTS, /^lib\/catalog\//],
  ['NetworkPolicies do not know for whom they are', /^lib\/network\//, /^lib\/(function|platform|edge|monitoring)\//],
  ['triggers do not know whom they scale', /^lib\/triggers\//, /^lib\/function\//],
  ['the writer knows no construct of this library', /^lib\/synth\//, ROOM_OF_CONSTRUCTS],
];

const sources = ['lib', 'cli'].flatMap((folder) =>
  (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}/${path}`),
);
const texts = new Map(sources.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
/** What each file imports. */
const imports = new Map([...texts].map(([path, text]) => [path, importsIn(path, text)]));

/** What a file imports, types too: a file of the project by its path, a module of others by its name. */
function importsIn(path: string, text: string): string[] {
  const statements = text.matchAll(/^(?:(?:import|export) [^;'"]*?from|import) '([^']+)';$/gm);
  return [...statements, ...text.matchAll(LATE)].map(([, from]) => resolved(path, from!));
}

function resolved(path: string, from: string): string {
  if (!from.startsWith('.')) return from;
  const file = normalize(join(dirname(path), from));
  return [`${file}.ts`, `${file}/index.ts`].find((each) => texts.has(each)) ?? file;
}

/** The folder directly below lib/ or cli/; a file there is a room of its own. */
const roomOf = (path: string) => path.split('/').slice(0, 2).join('/');

/** A way that leads back to its beginning, if there is one. */
function circle(next: (name: string) => Iterable<string>, names: Iterable<string>): string[] | undefined {
  const done = new Set<string>();
  const walk = (name: string, way: string[]): string[] | undefined => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const each of next(name)) {
      const found = walk(each, [...way, name]);
      if (found) return found;
    }
    done.add(name);
    return undefined;
  };
  for (const name of names) {
    const found = walk(name, []);
    if (found) return found;
  }
  return undefined;
}

test('imports are read', () => {
  const text = [
    "import type { A } from './a';",
    "import {\n  type B,\n  c,\n} from '../fields';",
    "export { type D } from 'd';",
    "import * as e from 'e';",
    "export * from './values';",
    "import 'f';",
    "const { g } = require('./g') as typeof import('./g');",
  ].join('\n');
  expect(importsIn('lib/x/y.ts', text)).toEqual([
    'lib/x/a',
    'lib/fields/index.ts',
    'd',
    'e',
    'lib/x/values',
    'f',
    'lib/x/g',
  ]);
  // every file but a few imports something, and what is of the project is found
  const all = [...imports.values()].flat();
  expect(all.length).toBeGreaterThan(2 * sources.length);
  expect(all.filter((of) => /^(lib|cli)\//.test(of) && !texts.has(of))).toEqual([]);
  for (const text of texts.values()) expect(text.replaceAll(LATE, '')).not.toMatch(/\b(import|require)\(['"`]\./);
});

test('a circle is found', () => {
  const graph: { [name: string]: string[] } = { a: ['b'], b: ['c', 'd'], c: [], d: ['b'] };
  expect(circle((name) => graph[name]!, 'abcd')).toEqual(['b', 'd', 'b']);
  expect(circle((name) => (name === 'd' ? [] : graph[name]!), 'abcd')).toBeUndefined();
});

test('no two files import of each other, by whatever way, not even types', () => {
  expect(circle((path) => imports.get(path) ?? [], sources)).toBeUndefined();
});

test('no two rooms import of each other, by whatever way, not even types', () => {
  const rooms = new Map<string, Set<string>>();
  for (const [path, of] of [...imports].flatMap(([path, all]) => all.map((of) => [path, of] as const))) {
    if (roomOf(path) === roomOf(of)) continue;
    rooms.set(roomOf(path), (rooms.get(roomOf(path)) ?? new Set()).add(roomOf(of)));
  }
  expect(circle((room) => rooms.get(room) ?? [], rooms.keys())).toBeUndefined();
});

test.each(CLOSED)('%s', (_, room, closed) => {
  const inside = [...imports].filter(([path]) => room.test(path));
  expect(inside.length).toBeGreaterThan(0);
  expect(inside.flatMap(([path, all]) => all.filter((of) => closed.test(of)).map((of) => [path, of]))).toEqual([]);
});

test(`no file that is written by hand is longer than ${MAX_LINES} lines`, () => {
  const byHand = [...texts].filter(([path]) => !path.includes('/generated/'));
  const lengths = byHand.map(([path, text]) => [path, text.split('\n').length - 1] as const);
  expect(lengths.filter(([, lines]) => lines > MAX_LINES)).toEqual([]);
});
