import { App } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { Environment, FunctionChart, ProjectChart, Runtime, toFiles, warningsOf } from '../../lib';
import { renderWith } from './render';

interface Container {
  readonly env: { readonly name: string; readonly value: string }[];
}

function build(env: { [name: string]: string }, envFromSecrets?: string[]) {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'fn.test' });
  new ProjectChart(environment, 'p', { name: 'p' });
  new FunctionChart(environment, 'f', { runtime: Runtime.NODE, project: 'p', image: 'a/b:1', env, envFromSecrets });
  const objects = loadAll(toFiles(app)['e/f.yaml'] as string) as {
    kind: string;
    spec: { template: { spec: { containers: Container[] } } };
  }[];
  const container = objects.find(({ kind }) => kind === 'Deployment')!.spec.template.spec.containers[0];
  return { env: container.env, names: container.env.map(({ name }) => name), warnings: warningsOf(app) };
}

/** What the kubelet makes of a container's variables: a reference is expanded only if what it names came before. */
function expand(env: Container['env']): { [name: string]: string } {
  const values: { [name: string]: string } = {};
  for (const { name, value } of env) {
    values[name] = value.replace(/\$\$|\$\(([^)]*)\)/g, (text, other?: string) =>
      other === undefined ? '$' : (values[other] ?? text),
    );
  }
  return values;
}

test('what is referenced comes first, so that the pod gets its value', () => {
  const { env } = build({ RABBITMQ_HOST: 'mq', AMQP_URL: 'amqp://$(RABBITMQ_HOST):$(PORT)/', A: '$(AMQP_URL)x' });
  expect(expand(env)).toMatchObject({ AMQP_URL: 'amqp://mq:8080/', A: 'amqp://mq:8080/x' });
});

test('a reference to a variable that the runtime or the function itself has', () => {
  const { env, warnings } = build({ A: '$(NODE_ENV)', B: '$(FUNCTION_NAME)', C: '$(KUBERNETES_SERVICE_HOST)' });
  expect(expand(env)).toMatchObject({ A: 'production', B: 'f' });
  expect(warnings).toEqual([]);
});

test('the rest is by name, and an order without references does not change', () => {
  const fixed = ['FUNCTION_HANDLER', 'FUNCTION_NAME', 'FUNCTION_TIMEOUT', 'NODE_ENV', 'PORT'];
  expect(build({ Z: '', B: '$$(Z)', A: '$Z' }).names).toEqual(['A', 'B', ...fixed, 'Z']);
  expect(build({ Z: '', C: '', B: '$(Z)', A: '' }).names).toEqual(['A', 'Z', 'B', 'C', ...fixed]);
});

test('a text with two dollar signs refers to nothing', () => {
  const { env, warnings } = build({ A: '$$(B)', B: '$$(A)', C: '$$$(A)' });
  expect(expand(env)).toMatchObject({ A: '$(B)', B: '$(A)', C: '$$(B)' });
  expect(warnings).toEqual([]);
});

test('a reference to nothing is warned of, unless a Secret may have it', () => {
  const env = { A: '$(HSOT)', B: '$(B):/bin', C: '$(date +%s' };
  const text = (name: string, to: string) =>
    `e/f: env.${name} refers to $(${to}), which is not set, so the process gets that text; $$(${to}) says that it is meant`;
  expect(build(env).warnings).toEqual([text('A', 'HSOT'), text('B', 'B')]);
  expect(build(env, []).warnings).toHaveLength(2);
  expect(build(env, ['s']).warnings).toEqual([]);
});

test('names that every object has are names like any other', () => {
  expect(build({ A: '$(constructor)$(__proto__)' }).warnings).toHaveLength(2);
  expect(expand(build({ A: '$(toString)', toString: 'x' }).env)).toMatchObject({ A: 'x' });
});

test('so is one in command or args, which $$ says is meant', () => {
  const given = { command: ['/app', '$(PORT)'], args: ['--url=$(URL)', '$$(date)', 'sh -c $(date)'] };
  const text = (where: string, to: string) => `${where} refers to $(${to}), which is not set, so the process gets`;
  expect(renderWith(given).warnings).toEqual([
    expect.stringContaining(text('args[0]', 'URL')),
    expect.stringContaining(text('args[2]', 'date')),
  ]);
  expect(renderWith({ ...given, args: ['--url=$(URL)'], env: { URL: '' } }).warnings).toEqual([]);
  expect(renderWith({ ...given, envFromConfigMaps: ['c'] }).warnings).toEqual([]);
});
