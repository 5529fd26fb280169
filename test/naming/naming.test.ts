import { App } from 'cdk8s';
import {
  Environment,
  type EnvironmentProps,
  FunctionChart,
  type FunctionChartProps,
  InputError,
  Naming,
  ProjectChart,
  Runtime,
  toFiles,
  warningsOf,
} from '../../lib';
import { functionIn, projectIn } from '../../lib/naming/recognize';
import { environmentProblems, FUNCTION, problems } from '../catalog/folder';
import { render } from '../function/render';

const HELLO = { project: 'shop', name: 'hello' };
const LEGACY = {
  selector: { app: 'fn-{function}', 'example.com/function': '{function}', 'example.com/function-id': '{id}' },
  labels: {},
  namespaceLabels: {},
};
const environmentOf = (naming: EnvironmentProps['naming']) =>
  new Environment(new App(), 'e', { domain: 'fn.test', naming });
const add = (environment: Environment, id: string, props: Partial<FunctionChartProps> = {}) =>
  new FunctionChart(environment, id, { project: 'shop', runtime: Runtime.GO, image: 'a/b:1', ...props });
const rendered = (environment: Environment) => toFiles(environment.node.root as App);

test('by default labels are the recommended ones, and the selector those that name the function', () => {
  const { Deployment } = render({ functionId: '42' });
  const selector = { 'app.kubernetes.io/name': 'hello', 'app.kubernetes.io/instance': 'fn-hello' };
  const labels = {
    ...selector,
    'app.kubernetes.io/part-of': 'shop',
    'app.kubernetes.io/component': 'function',
    'app.kubernetes.io/managed-by': 'cdk8s-keda-functions',
    'function-id': '42',
  };
  expect(Deployment.metadata.labels).toEqual(labels);
  expect(Deployment.spec.template.metadata.labels).toEqual(labels);
  expect(Deployment.spec.selector.matchLabels).toEqual(selector);
});

test('an id is part of a selector only where the environment says so', () => {
  const legacy = new Naming(LEGACY);
  expect(legacy.selectorOf(HELLO)).toEqual({ app: 'fn-hello', 'example.com/function': 'hello' });
  expect(legacy.selectorOf({ ...HELLO, id: '42' })).toHaveProperty(['example.com/function-id'], '42');
  const standard = new Naming();
  expect(standard.selectorOf({ ...HELLO, id: '42' })).toEqual(standard.selectorOf(HELLO));
});

test.each<[string, string | undefined, boolean]>([
  ['fn-shop', undefined, true],
  ['fn-', undefined, false],
  ['shop', undefined, false],
  ['shop-fn', '{project}-fn', true],
  // any top-level domain would do
  ['com', '{project}', false],
  ['xcom', 'x{project}', false],
  ['all', 'all', true],
  ['alles', 'all', false],
])('x.%s is a name within the cluster where namespaces are %s: %p', (label, namespace, expected) =>
  expect(new Naming({ namespace }).isNamespace(label)).toBe(expected),
);

describe('an existing namespace', () => {
  const inTeam = (...projects: string[]) => {
    const environment = environmentOf({});
    for (const name of projects) new ProjectChart(environment, name, { name, namespace: 'team-a' });
    return environment;
  };

  test('is not made here, holds the functions, and only their pods are closed off', () => {
    const environment = inTeam('shop');
    const chart = add(environment, 'hello', { hosts: ['hello.team-a'] });
    expect([chart.namespaceName, chart.publicHosts]).toEqual(['team-a', []]);
    const { 'e/shop.yaml': project, 'e/hello.yaml': hello } = rendered(environment);
    expect(project).not.toContain('kind: Namespace\n');
    expect(project).toContain('namespace: team-a\n');
    expect(project).toMatch(/podSelector:\n {4}matchLabels:\n {6}app.kubernetes.io\/component: function\n/);
    expect(project).toContain('app.kubernetes.io/part-of: shop\n');
    expect(hello).not.toContain('fn-shop');
    expect(warningsOf(environment.node.root as App)).toEqual([]);
  });

  test('may hold two projects, and be made here', () => {
    const files = rendered(inTeam('shop', 'bank'));
    expect(files['e/shop.yaml']).toContain('name: functions-shop\n');
    expect(files['e/bank.yaml']).toContain('name: functions-bank\n');
    const environment = environmentOf({});
    new ProjectChart(environment, 'p', { name: 'p', namespace: 'team-a', createNamespace: true });
    expect(rendered(environment)['e/p.yaml']).toContain('kind: Namespace\n');
  });

  test('is known to functions that are made after its project, not before', () => {
    const environment = environmentOf({});
    add(environment, 'hello');
    new ProjectChart(environment, 'p', { name: 'shop', namespace: 'team-a' });
    expect(() => rendered(environment)).toThrow(
      'namespace "fn-shop" is not that of e/p, "team-a"; allowed: a ProjectChart that is made before',
    );
  });

  test('keeps its labels', () => {
    const made = { 'functions/p/project.yaml': 'namespace: team-a\nlabels: {a: b}\n', 'functions/p/f.yaml': FUNCTION };
    expect(problems({ 'environments/a.yaml': 'domain: a.b\n', ...made })).toEqual([
      'functions/p/project.yaml:2: labels has no effect where the namespace is not made here; allowed: none, or createNamespace: true',
    ]);
  });
});

const yaml = (naming: object) => `domain: a.b\nnaming: ${JSON.stringify(naming)}\n`;

test.each<[object, RegExp]>([
  [
    { namespace: 'fn-{function}' },
    /namespace "fn-{function}" holds {function}, which stands for nothing here; allowed: {project}$/,
  ],
  [{ namespace: 'Fn-{project}' }, /namespace "Fn-{project}" becomes "Fn-a" at best; allowed: a-z, 0-9 and "-"$/],
  [{ namespace: '' }, /namespace "" is invalid; allowed: a-z, 0-9 and "-", with {project}; in quotes$/],
  [{ namespace: `${'x'.repeat(63)}{project}` }, /namespace .* at best; allowed: a-z, 0-9/],
  [{ object: 'hello' }, /object "hello" is one and the same for all; allowed: a text with {function}$/],
  [{ object: '{object}{function}' }, /object "{object}{function}" holds {object}, which stands for nothing here/],
  [{ selector: { app: 'x' } }, /selector finds every function alike; allowed: a label with {function} or {object}$/],
  [{ selector: {} }, /selector finds every function alike/],
  [
    { selector: { app: '{function}' }, labels: {} },
    /labels tell no function from other pods; allowed: a label of one value/,
  ],
  [{ selector: { app: '{function}' }, labels: { 'a.b/p': '{project}' } }, /labels tell no function from other pods/],
  [{ labels: { 'a b': 'x' } }, /labels\.a b is not a valid name/],
  [{ labels: { a: 'x y' } }, /labels\.a "x y" becomes "x y" at best; allowed: the value of a label$/],
  [{ labels: { 'pod-template-hash': 'x' } }, /labels\.pod-template-hash is taken: the controller/],
  [{ labels: { 'scaledobject.keda.sh/name': 'x' } }, /labels\.scaledobject\.keda\.sh\/name is taken: KEDA sets it/],
  [{ namespaceLabels: { 'kubernetes.io/metadata.name': 'x' } }, /metadata\.name is taken: the API server sets it/],
  [{ namespaceLabels: { 'pod-security.kubernetes.io/warn': 'x' } }, /is taken: it carries the setting podSecurity/],
  [{ namespaceLabels: { a: '{function}' } }, /namespaceLabels\.a "{function}" holds {function}/],
])('%j is refused, in YAML and in code', (naming, message) => {
  expect(environmentProblems(yaml(naming))).toEqual([expect.stringMatching(message)]);
  expect(environmentProblems(yaml(naming))).toEqual([expect.stringMatching(/^environments\/a\.yaml:2: naming\./)]);
  const build = () => environmentOf(naming as EnvironmentProps['naming']);
  expect(build).toThrow(InputError);
  expect(build).toThrow(message);
});

const twins = { 'functions/bank/hello.yaml': FUNCTION, 'functions/shop/hello.yaml': `${FUNCTION}hosts: [x.y]\n` };
const shared = {
  'functions/bank/project.yaml': 'namespace: team-a\n',
  'functions/shop/project.yaml': 'namespace: team-a\n',
};
const long = 'a'.repeat(62);

test.each<[what: string, naming: object, files: { [path: string]: string }, problem: string]>([
  [
    'a name with which that of its objects is too long',
    {},
    { [`functions/p/${long}.yaml`]: FUNCTION },
    `functions/p/${long}.yaml:1: name "${long}" makes "fn-${long}", which has 65 characters; allowed: a-z, 0-9 and "-", at most 60 characters`,
  ],
  [
    'a label that is too long',
    { labels: { a: 'function-{function}', b: 'c' }, object: '{function}' },
    { [`functions/p/${long}.yaml`]: FUNCTION },
    `functions/p/${long}.yaml:1: name "${long}" makes the label a: function-${long}, which has 71 characters; allowed: a-z, 0-9 and "-", at most 54 characters`,
  ],
  [
    'a project whose namespace is too long',
    {},
    { [`functions/${long}/hello.yaml`]: FUNCTION },
    `functions/${long}:1: name "${long}" makes "fn-${long}"; allowed: a-z, 0-9 and "-", at most 60 characters`,
  ],
  [
    'a name that a Service cannot have',
    { object: '{function}' },
    { 'functions/p/1a.yaml': FUNCTION },
    'functions/p/1a.yaml:1: name "1a" makes "1a"; allowed: a letter first, as in the name of a Service',
  ],
  [
    'two functions with one Deployment',
    {},
    { ...twins, ...shared },
    `functions/shop/hello.yaml:1: name "hello" makes team-a/fn-hello, as functions/bank/hello.yaml does; allowed: another name, or {project} in the environment's naming.object`,
  ],
  [
    'two functions that would find the pods of each other',
    { object: '{project}-{function}', selector: { app: '{function}' } },
    { ...twins, ...shared },
    `functions/shop/hello.yaml:1: name "hello" finds its pods by the same labels as functions/bank/hello.yaml; allowed: another name, or {project} in the environment's naming.selector`,
  ],
  [
    'two projects that make one namespace',
    { namespace: 'all', object: '{project}-{function}' },
    twins,
    'functions/shop:1: name "shop" makes the namespace "all", as functions/bank does; allowed: {project} in naming.namespace, or createNamespace: false',
  ],
  [
    'a namespace that every cluster has',
    { namespace: 'kube-system' },
    { 'functions/p/a.yaml': FUNCTION },
    'functions/p:1: name "p" is a namespace that every cluster has; allowed: another one, or createNamespace: false',
  ],
  [
    'an id that nothing shows',
    { labels: { kind: 'function' } },
    { 'functions/p/a.yaml': `${FUNCTION}id: x\n` },
    `functions/p/a.yaml:3: id "x" has no effect: no label of the environment's naming holds {id}; allowed: none`,
  ],
  [
    'a label of a namespace that the environment sets',
    {},
    { 'functions/p/project.yaml': 'labels: {app.kubernetes.io/part-of: x}\n' },
    'functions/p/project.yaml:1: labels.app.kubernetes.io/part-of is taken: it says whose namespace it is, p; allowed: another key',
  ],
])('%s is refused with its place', (_, naming, files, problem) => {
  expect(problems({ 'environments/a.yaml': yaml(naming), ...files })).toEqual([problem]);
});

test('code is told the same', () => {
  const bare = environmentOf({ labels: { kind: 'function' } });
  expect(() => add(bare, 'hello', { functionId: 'x' })).toThrow('e/hello: id "x" has no effect');
  expect(() => add(environmentOf({}), long)).toThrow(`e/${long}: name "${long}" makes "fn-${long}", which has 65`);
  expect(() => new ProjectChart(environmentOf({}), 'p', { name: long })).toThrow(`e/p: name "${long}" makes "fn-`);
  const namespace = environmentOf({ namespace: 'default' });
  expect(() => new ProjectChart(namespace, 'p', { name: 'p' })).toThrow('is a namespace that every cluster has');
  const alike = environmentOf({ namespace: 'all', object: '{project}-{function}', selector: { app: '{function}' } });
  add(alike, 'a', { name: 'x', project: 'bank', hosts: ['a.b'] });
  add(alike, 'b', { name: 'x' });
  expect(() => rendered(alike)).toThrow(
    "finds its pods by the same labels as e/a; allowed: another name, or {project} in the environment's naming.selector",
  );
});

test('an internal function whose Service has its own name needs another host', () => {
  const internal = `${FUNCTION}visibility: internal\n`;
  const files = { 'functions/p/hello.yaml': internal };
  expect(problems({ 'environments/a.yaml': yaml({ object: '{function}' }), ...files })).toContainEqual(
    expect.stringContaining(
      "is the function's own Service, past the interceptor; allowed: hosts of other names than hello",
    ),
  );
});

test('whose objects these are is told without the labels of a company', () => {
  const { spec } = render().Deployment.spec.template;
  expect(functionIn(spec.containers)).toBe('hello');
  expect(functionIn([{ name: 'app', env: spec.containers[0].env }])).toBeUndefined();
  expect(projectIn('fn-shop')).toBe('shop');
  expect(projectIn('team-a')).toBe('team-a');
  expect(projectIn('team-a', { labels: { 'app.kubernetes.io/part-of': 'a' } })).toBe('a');
  expect(projectIn('x', { labels: { 'app.kubernetes.io/part-of': 'a' } }, { labels: { 'b.c/project': 'd' } })).toBe(
    'd',
  );
});
