import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { FUNCTION as TABLE } from '../../lib/function/fields';
import { PROJECT } from '../../lib/function/project/fields';
import { FUNCTION, load, problems } from './folder';

/** What each layer says of the function p/f, the lowest first. */
interface Said {
  readonly defaults?: string;
  readonly project?: string;
  readonly own?: string;
  readonly override?: string;
}

const files = ({ defaults = '', project = '', own = '', override = '' }: Said) => ({
  'environments/e.yaml': `domain: a.b\ndefaults: {${defaults}}\noverrides:\n  p/f: {${override}}`,
  'functions/p/project.yaml': `defaults: {${project}}`,
  'functions/p/f.yaml': FUNCTION + own,
});

function settings(said: Said): object {
  const [fn] = load(files(said)).environments[0].projects[0].functions;
  const { runtime: _, image: __, ...rest } = TABLE.write(fn.props) as { readonly [key: string]: unknown };
  return { ...rest, project: undefined, name: undefined };
}

const MERGED: [string, Said, object][] = [
  ['the environment alone', { defaults: 'cpu: 1' }, { cpu: '1' }],
  ['the project over it', { defaults: 'cpu: 1', project: 'cpu: 2' }, { cpu: '2' }],
  ['the function over both', { defaults: 'cpu: 1', project: 'cpu: 2', own: 'cpu: 3' }, { cpu: '3' }],
  ['the override over all', { defaults: 'cpu: 1', project: 'cpu: 2', own: 'cpu: 3', override: 'cpu: 4' }, { cpu: '4' }],
  [
    'maps by key, at every layer',
    {
      defaults: 'env: {A: e, B: e, C: e, D: e}',
      project: 'env: {B: p, C: p, D: p}',
      own: 'env: {C: f, D: f}',
      override: 'env: {D: o}',
    },
    { env: { A: 'e', B: 'p', C: 'f', D: 'o' } },
  ],
  [
    'lists as a whole',
    { defaults: 'imagePullSecrets: [a, b]', project: 'imagePullSecrets: [c]' },
    { imagePullSecrets: ['c'] },
  ],
  [
    'a map within a map',
    {
      defaults: 'serviceAccount: {annotations: {x/a: e, x/b: e}}',
      own: 'serviceAccount: {annotations: {x/b: f}}',
    },
    { serviceAccount: { annotations: { 'x/a': 'e', 'x/b': 'f' } } },
  ],
  [
    'one of several keys that exclude each other',
    { defaults: 'envValueFrom: {A: {secret: s, key: k}}', own: 'envValueFrom: {A: {field: spec.nodeName}}' },
    { envValueFrom: { A: { field: 'spec.nodeName' } } },
  ],
  ['null takes a value away', { defaults: 'cpuLimit: 1', own: 'cpuLimit: null' }, {}],
  ['null in a project', { defaults: 'cpuLimit: 1', project: 'cpuLimit: null' }, {}],
  ['null in an override', { own: 'id: "7"\nhosts: [x.y]', override: 'id: null, hosts: null' }, {}],
  ['null of one key', { defaults: 'env: {A: a, B: b}', own: 'env: {A: null}' }, { env: { B: 'b' } }],
  [
    'null within a map within a map',
    {
      defaults: 'serviceAccount: {annotations: {x/a: e, x/b: e}}',
      override: 'serviceAccount: {annotations: {x/b: null}}',
    },
    { serviceAccount: { annotations: { 'x/a': 'e' } } },
  ],
  ['null of a whole map', { defaults: 'env: {A: a}', own: 'env: null', override: 'env: {B: b}' }, { env: { B: 'b' } }],
  [
    'null of a key that comes again',
    { defaults: 'env: {A: a}', own: 'env: {A: null}', override: 'env: {A: o}' },
    { env: { A: 'o' } },
  ],
  ['null of what is not there', { own: 'cpuLimit: null\nenv: {A: null}' }, { env: {} }],
  ['an empty list in place of a list', { defaults: 'args: [a]', own: 'args: []' }, { args: [] }],
];

test.each(MERGED)('%s', (_, said, expected) => {
  expect(settings(said)).toEqual(expected);
});

test('what two projects say does not mix', () => {
  const { projects } = load({
    ...files({ project: 'env: {A: p}' }),
    'functions/q/project.yaml': 'defaults: {env: {B: q}}',
    'functions/q/g.yaml': FUNCTION,
  }).environments[0];
  expect(projects.map(({ functions }) => functions[0].props.env)).toEqual([{ A: 'p' }, { B: 'q' }]);
});

test.each([
  [
    'what two layers disagree on stands at the one that broke it',
    { defaults: 'maxReplicas: 3', project: '\n  minReplicas: 4' },
    ['environments/e.yaml:2: defaults.maxReplicas 3 is below minReplicas; allowed: at least 4'],
  ],
  [
    'a default that what a project says does not fit',
    { project: '\n  minReplicas: 20' },
    ['functions/p/project.yaml:2: maxReplicas 10 is below minReplicas; allowed: at least 20'],
  ],
  [
    'a default that an override takes away',
    { own: 'cpu: 2\ncpuLimit: 3', override: 'cpuLimit: 1' },
    ['functions/p/f.yaml:3: cpu 2 is above cpuLimit; allowed: at most 1'],
  ],
  [
    'the environment has nothing under it',
    { defaults: 'cpu: null, env: {A: null}' },
    [
      'environments/e.yaml:2: defaults.env.A null is invalid; allowed: a string; quote numbers and booleans',
      'environments/e.yaml:2: defaults.cpu null is invalid; allowed: an amount of CPU such as 100m, 0.5 or 1',
    ],
  ],
  [
    'nothing lies under what only a function has',
    { own: 'hosts: null\nid: null' },
    [
      'functions/p/f.yaml:3: hosts null is invalid; allowed: a list that is not empty, each item once',
      'functions/p/f.yaml:4: id null is invalid; allowed: a label value: letters, digits, "-", "_" and ".", at most 63 characters',
    ],
  ],
  [
    'a function has to have an image',
    { override: 'image: null, runtime: null' },
    [
      'environments/e.yaml:4: overrides.p/f.runtime null is invalid; allowed: go, rust, node, python, java, dotnet, deno, bun, container, or custom with a profile',
      'environments/e.yaml:4: overrides.p/f.image null is invalid; allowed: an image such as ghcr.io/example/webhook:1.0.0, or one with a digest',
    ],
  ],
  [
    'an item of a list is not taken away',
    { own: 'args: [null]' },
    ['functions/p/f.yaml:3: args[0] null is invalid; allowed: a string; quote numbers and booleans'],
  ],
  [
    'a project shares what no single function has to say',
    { project: 'image: a:1, hosts: [x.y]' },
    [
      expect.stringMatching(
        /^functions\/p\/project.yaml:1: defaults.image is an unknown key; allowed: timeout|visibility/,
      ),
      expect.stringMatching(/^functions\/p\/project.yaml:1: defaults.hosts is an unknown key; /),
    ],
  ],
])('%s', (_, said, expected) => {
  expect(problems(files(said))).toEqual(expected);
});

test('the defaults of a project that no environment runs are checked with its functions', () => {
  expect(
    problems({
      'environments/e.yaml': 'domain: a.b\nprojects: []',
      'functions/p/project.yaml': 'defaults: {maxReplicas: 3}',
      'functions/p/f.yaml': `${FUNCTION}minReplicas: 4`,
    }),
  ).toEqual(['functions/p/project.yaml:1: defaults.maxReplicas 3 is below minReplicas; allowed: at least 4']);
});

describe('the schemas allow null where it takes away', () => {
  const ajv = new Ajv({ strict: false });
  ajv.addFormat('cpu', true);
  const schema = (kind: string) =>
    JSON.parse(readFileSync(join(__dirname, `../../schemas/${kind}.schema.json`), 'utf8'));
  ajv.addSchema(schema('trigger'), 'trigger.schema.json');
  const validate = (kind: string, yaml: string) => ajv.validate(schema(kind), parse(yaml));

  test.each([
    ['function', `${FUNCTION}cpu: null\nscaler: null\nenv: {A: null}\nserviceAccount: {annotations: {a: null}}`, true],
    ['function', `${FUNCTION}hosts: null`, false],
    ['function', `${FUNCTION}args: [null]`, false],
    ['function', 'runtime: go\nimage: null', false],
    ['project', 'defaults: {cpu: null, env: null, serviceAccount: null}', true],
    ['project', 'quota: null', false],
    ['environment', 'domain: a.b\noverrides: {p/f: {cpu: null, hosts: null, env: {A: null}}}', true],
    ['environment', 'domain: a.b\noverrides: {p/f: {image: null}}', false],
    ['environment', 'domain: a.b\ndefaults: {cpu: null}', false],
    ['environment', 'domain: a.b\ndefaults: {env: {A: null}}', false],
  ])('%s: %j', (kind, yaml, valid) => {
    expect(validate(kind, yaml)).toBe(valid);
  });
});

describe('a project in an environment', () => {
  const catalog = (over: string, project = 'quota: {cpu: 2, pods: 5}\nlabels: {a: p, b: p}\nnetworkPolicy: false') => ({
    'environments/e.yaml': `domain: a.b\nprojectOverrides:\n  p: {${over}}`,
    'functions/p/project.yaml': project,
    'functions/p/f.yaml': `${FUNCTION}cpu: 3`,
  });

  test('has what its file says, under what the environment overrides', () => {
    const over = 'quota: {cpu: 8, pods: null}, labels: {b: e, a: null}, networkPolicy: null, podSecurity: baseline';
    const [{ props }] = load(catalog(over)).environments[0].projects;
    expect(PROJECT.write(props)).toEqual({
      name: 'p',
      quota: { cpu: '8' },
      labels: { b: 'e' },
      podSecurity: 'baseline',
    });
  });

  test('needs no file of its own', () => {
    const { 'functions/p/project.yaml': _, ...files } = catalog('quota: {cpu: 4}');
    const [{ props }] = load(files).environments[0].projects;
    expect(PROJECT.write(props)).toEqual({ name: 'p', quota: { cpu: '4' } });
  });

  test.each([
    [
      'limits: {defaultMemory: 2Gi}',
      'limits: {maxMemory: 1Gi}',
      'environments/e.yaml:3: projectOverrides.p.limits.defaultMemory "2Gi" is above maxMemory; allowed: at most 1Gi',
    ],
    [
      'createNamespace: false',
      'labels: {a: b}',
      'functions/p/project.yaml:1: labels has no effect where the namespace is not made here; allowed: none, or createNamespace: true',
    ],
    ['quota: {cpu: 1}', '', `functions/p/f.yaml:3: cpu 3 is above the project's quota.cpu; allowed: at most 1`],
    [
      'quota: {cpus: 1}',
      '',
      'environments/e.yaml:3: projectOverrides.p.quota.cpus is an unknown key; did you mean cpu? allowed: cpu, memory, pods',
    ],
  ])('with %s over "%s" is refused', (over, project, problem) => {
    expect(problems(catalog(over, project || 'networkPolicy: true'))).toEqual([problem]);
  });

  test('has to be one that the environment runs', () => {
    expect(
      problems({
        'environments/e.yaml': 'domain: a.b\nprojects: [p]\nprojectOverrides: {q: {}, r: {}}',
        'functions/p/f.yaml': FUNCTION,
        'functions/q/g.yaml': FUNCTION,
      }),
    ).toEqual([
      'environments/e.yaml:3: projectOverrides.q overrides what this environment does not run; allowed: p',
      'environments/e.yaml:3: projectOverrides.r overrides what this environment does not run; allowed: p',
    ]);
  });
});
