import { App, Size } from 'cdk8s';
import fc from 'fast-check';
import {
  CloudflareTunnel,
  Environment,
  FunctionChart,
  KedaPlatform,
  type KedaPlatformProps,
  Runtime,
  toFiles,
} from '../../lib';
import { anyText, describe as inText, integer, list, map, Place, type Problem, Table } from '../../lib/fields';
import { load } from '../catalog/folder';
import { entriesOf, TABLES } from './tables';

const inWords = (problem: Problem) => inText(problem);

// what callers from JavaScript pass, whose compiler says nothing
// biome-ignore lint/suspicious/noExplicitAny: the wrong type is the case
type Any = any;

test('a rule that always applies may name a prop although none is given', () => {
  interface Props {
    readonly a?: string;
  }
  const always = {
    props: ['a'] as const,
    always: true,
    check: () => ({ prop: 'a', reason: 'is wanted', allowed: 'one' }),
  };
  const problems: Problem[] = [];
  new Table<Props>('Props', { a: anyText() }, [always]).readWhole({}, Place.root('yaml', problems));
  expect(problems.map(inWords)).toEqual(['a is wanted; allowed: one']);
});

const platform = (props: Any) => () =>
  new KedaPlatform(new Environment(new App(), 'e', { domain: 'a.b' }), 'keda', props as KedaPlatformProps);
const tunnel = (mode: Any) => () => new CloudflareTunnel(new App(), 'tunnel', { mode });
const LOCAL = 'allowed: TunnelMode.local(…) or TunnelMode.remote(…)';

test.each<[string, () => unknown, string]>([
  ['a mode by name', tunnel('local'), `tunnel: mode "local" is invalid; ${LOCAL}`],
  ['a mode as YAML has it', tunnel({ local: {} }), `tunnel: mode {"local":{}} is invalid; ${LOCAL}`],
  ['no mode', tunnel(null), `tunnel: mode null is invalid; ${LOCAL}`],
  [
    'images that are no map',
    platform({ images: 'x' }),
    'e/keda: images "x" is invalid; allowed: a map with the keys registry',
  ],
  [
    'resources that are no map',
    platform({ scaler: { resources: 5 } }),
    'e/keda: scaler.resources 5 is invalid; allowed: a map with the keys cpu',
  ],
  [
    'resources above the limit that the sizing has',
    platform({ interceptor: { resources: { memoryRequest: Size.gibibytes(1) } } }),
    'e/keda: interceptor.resources.memoryRequest "1Gi" is above memoryLimit; allowed: at most 512Mi',
  ],
  ['a symbol for a text', platform({ operator: { logLevel: Symbol('x') } }), 'operator.logLevel Symbol(x) is invalid'],
  [
    'a number that JSON has not',
    platform({ operator: { replicas: 1n } }),
    'operator.replicas [object BigInt] is invalid',
  ],
])('%s is told by the name that it has in code', (_, make, message) => expect(make).toThrow(message));

test.each(
  TABLES.flatMap((table) =>
    entriesOf(table)
      .filter(([, { spread }]) => spread)
      .map(([prop]) => [table.of, prop, table] as const),
  ),
)('%s.%s takes anything, and says so', (_, prop, table) => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (value) => {
      const problems: Problem[] = [];
      table.read(table.write({ [prop]: value }), Place.root('code', problems));
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      const said = problems.map(inWords).filter((text) => text.startsWith(prop));
      if (value !== undefined && !isObject) expect(said).toEqual([expect.stringContaining('is invalid')]);
    }),
  );
});

function read<T>(field: { read(raw: unknown, place: Place): T }, raw: unknown): [T, string[]] {
  const problems: Problem[] = [];
  const value = field.read(raw, Place.root('yaml', problems));
  return [value, problems.map(inWords)];
}

test('objects of a list are the same in any order of their keys, as the JSON Schema says', () => {
  const field = list(map(anyText(), integer(0)));
  expect(read(field, [{ a: 1, b: 2 }, { a: 1 }])[1]).toEqual([]);
  const gateway = TABLES.find(({ of }) => of === 'GatewayEdgeProps')!;
  const refs = entriesOf(gateway).find(([prop]) => prop === 'parentRefs')![1];
  const [, problems] = read(refs as Any, [
    { name: 'a', port: 1 },
    { port: 1, name: 'a' },
  ]);
  expect(problems).toEqual([expect.stringContaining('[1] {"port":1,"name":"a"} is the same as {"name":"a","port":1}')]);
});

test('what is invalid is not the same as something else', () => {
  expect(read(list(integer(0)), ['1', '1'])[1]).toEqual([
    '[0] "1" is invalid; allowed: a whole number from 0 to 2147483647',
    '[1] "1" is invalid; allowed: a whole number from 0 to 2147483647',
  ]);
});

test('-0 is 0', () => {
  expect(read(integer(0), -0)).toEqual([0, []]);
  const app = new App();
  const props = { runtime: Runtime.GO, project: 'p', image: 'a/b:1', hosts: ['a.b'], minReplicas: -0 };
  new FunctionChart(app, 'f', props);
  expect(JSON.stringify(toFiles(app))).toContain('minReplicaCount: 0');
});

test.each(['__proto__', 'constructor', 'toString'])('a variable named %s', (name) => {
  const files = {
    'environments/a.yaml': `domain: a.b\ndefaults: {env: {A: "0"}}\noverrides: {p/f: {env: {B: "2"}}}`,
    'functions/p/f.yaml': `runtime: go\nimage: a/b:1\nenv: {${name}: "1"}`,
  };
  const { props } = load(files).environments[0].projects[0].functions[0];
  expect(Object.entries(props.env!)).toEqual([
    ['A', '0'],
    [name, '1'],
    ['B', '2'],
  ]);
  const app = new App();
  new FunctionChart(new Environment(app, 'e', { domain: 'a.b' }), 'f', props);
  expect(Object.values(toFiles(app)).join()).toContain(`- name: ${name}\n              value: "1"`);
});
