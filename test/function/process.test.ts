import { EnvSource, type FunctionChartProps } from '../../lib';
import { ENVIRONMENT, FUNCTION, functionProblems, load } from '../catalog/folder';
import { type Any, container, render, renderWith } from './render';

test('an empty list is that of the image, which an override may want back', () => {
  const objects = render({ command: [], args: [], envFromConfigMaps: [], envFromSecrets: [] });
  const { command, args, envFrom } = container(objects);
  expect([command, args, envFrom]).toEqual([undefined, undefined, undefined]);
});

test('a reference to a variable from elsewhere is known, and comes after it', () => {
  const { objects, warnings } = renderWith({
    env: { A_URL: 'db://$(Z_PASSWORD)@db', B: '$(CONSTRUCTOR)' },
    envValueFrom: { Z_PASSWORD: EnvSource.secretKey('db', 'password') },
  });
  const names = container(objects).env.map(({ name }: Any) => name);
  expect(names.indexOf('Z_PASSWORD')).toBeLessThan(names.indexOf('A_URL'));
  expect(warnings).toEqual([expect.stringContaining('env.B refers to $(CONSTRUCTOR), which is not set')]);
  expect(renderWith({ env: { B: '$(X)' }, envFromConfigMaps: ['c'] }).warnings).toEqual([]);
});

test("a source takes the place of the runtime's own variable, and does not stand beside it", () => {
  const props = load({
    'environments/a.yaml': ENVIRONMENT,
    'functions/p/f.yaml': `${FUNCTION.replace('go', 'node')}envValueFrom: {NODE_ENV: {configMap: c, key: k}}`,
  }).environments[0].projects[0].functions[0].props;
  const env = container(render({ ...props, project: 'shop' })).env.filter(({ name }: Any) => name === 'NODE_ENV');
  expect(env).toEqual([{ name: 'NODE_ENV', valueFrom: { configMapKeyRef: { name: 'c', key: 'k' } } }]);
});

test('layers merge variables by name, sources as values; a list is replaced', () => {
  const files = {
    'environments/a.yaml': [
      ENVIRONMENT,
      'defaults: {args: [a], envValueFrom: {A: {field: metadata.name}, B: {secret: under, key: k}}}\n',
      'overrides: {p/f: {envValueFrom: {C: {field: spec.nodeName}}}}\n',
    ].join(''),
    'functions/p/f.yaml': `${FUNCTION}args: [b, b]\nenvValueFrom: {B: {configMap: over, key: k}}`,
  };
  const { envValueFrom, args } = load(files).environments[0].projects[0].functions[0].props;
  expect(envValueFrom).toEqual({
    A: EnvSource.podField('metadata.name'),
    B: EnvSource.configMapKey('over', 'k'),
    C: EnvSource.podField('spec.nodeName'),
  });
  expect(args).toEqual(['b', 'b']);
});

// the first says why, the others are its siblings
const source = (text: string) => `envValueFrom: {A: ${text}}`;
test.each<[string, string]>([
  ['command: run', 'command "run" is invalid; allowed: a list'],
  ['args: [1]', 'args[0] 1 is invalid; allowed: a string; quote numbers and booleans'],
  ['workingDirectory: app', 'workingDirectory "app" is invalid; allowed: an absolute path'],
  ['envFromConfigMaps: [a, a]', 'envFromConfigMaps[1] "a" is the same as "a"; allowed: each item once'],
  ['envFromConfigMaps: [A_b]', 'envFromConfigMaps[0] "A_b" is not the name of an object'],
  [source('x'), 'envValueFrom.A "x" is invalid; allowed: a map with the keys secret, configMap, key, optional,'],
  [
    source('{}'),
    'envValueFrom.A has none of secret, configMap, field, resource; allowed: exactly one of secret, configMap',
  ],
  [source('{secret: a}'), 'envValueFrom.A.key is missing; allowed: the key of the value'],
  [
    source('{configMap: a, secret: b, key: c}'),
    'envValueFrom.A.configMap "a" is given beside secret; allowed: exactly',
  ],
  [source('{field: metadata.name, key: c}'), 'envValueFrom.A.key "c" is given beside field; allowed: with secret or'],
  [
    source('{resource: limits.cpu, key: c}'),
    'envValueFrom.A.key "c" is given beside resource; allowed: with secret or',
  ],
  [
    source('{field: metadata.name, optional: true}'),
    'envValueFrom.A.optional true is given beside field; allowed: with',
  ],
  [source('{secret: a, key: b, divisor: 1m}'), 'envValueFrom.A.divisor "1m" is given beside secret; allowed: with res'],
  [source('{resource: limits.gpu}'), 'envValueFrom.A.resource "limits.gpu" is invalid; allowed: limits.cpu, limits.'],
  [
    source('{resource: limits.cpu, divisor: 1Mi}'),
    'envValueFrom.A.divisor "1Mi" does not divide limits.cpu; allowed: 1, 1m',
  ],
  [
    source('{resource: limits.memory, divisor: 1m}'),
    'envValueFrom.A.divisor "1m" does not divide limits.memory; allowed',
  ],
  [source('{resource: limits.memory, divisor: 2Mi}'), 'envValueFrom.A.divisor "2Mi" is invalid; allowed: 1, or 1 with'],
  [source('{secret: a, key: ..b}'), 'envValueFrom.A.key "..b" is a way out of a folder'],
  [source('{secret: a, key: b c}'), 'envValueFrom.A.key "b c" is invalid; allowed: letters, digits'],
  [source('{field: spec.host}'), 'envValueFrom.A.field "spec.host" is invalid; allowed: metadata.name'],
  [source('{field: "metadata.labels[\'a b\']"}'), 'envValueFrom.A.field "metadata.labels[\'a b\']" is invalid'],
  [source('{Secret: a, key: b}'), 'envValueFrom.A.Secret is an unknown key; did you mean secret?'],
  ['envValueFrom: {PORT: {field: metadata.name}}', 'envValueFrom.PORT is taken: it carries the setting port'],
  ['env: {A: x}\nenvValueFrom: {A: {field: metadata.name}}', 'envValueFrom.A is in env too; allowed: one of them'],
])('%s is refused', (yaml, problem) => {
  expect(functionProblems(FUNCTION + yaml)).toContainEqual(expect.stringContaining(problem));
});

test('so is what code says', () => {
  const refused = (props: Partial<FunctionChartProps>) => () => render(props);
  expect(refused({ envValueFrom: { A: EnvSource.secretKey('A_b', 'k') } })).toThrow(
    'e/hello: envValueFrom.A.secret "A_b" is not the name of an object',
  );
  expect(refused({ envValueFrom: { A: EnvSource.podField('x') } })).toThrow('e/hello: envValueFrom.A.field "x" is');
  expect(refused({ env: { A: '' }, envValueFrom: { A: EnvSource.podField('spec.nodeName') } })).toThrow(
    'e/hello: envValueFrom.A is in env too',
  );
  expect(refused({ envFromConfigMaps: ['a b'] })).toThrow('e/hello: envFromConfigMaps[0] "a b" is not the name');
});

test('a conflict of two layers is told where the upper one stands', () => {
  const files = {
    'environments/a.yaml': `${ENVIRONMENT}defaults: {env: {A: x}}\n`,
    'functions/p/f.yaml': `${FUNCTION}envValueFrom:\n  A: {field: metadata.name}`,
  };
  expect(() => load(files)).toThrow('functions/p/f.yaml:4: envValueFrom.A is in env too; allowed: one of them');
});
