import { App, Duration } from 'cdk8s';
import { Environment, FunctionChart, Runtime } from '../../lib';
import { ENVIRONMENT, functionProblems, load } from '../catalog/folder';
import { container, podOf, render } from './render';

const yaml = (runtime: string) => `image: a/b:1\nruntime: ${runtime}`;

test('a profile says in YAML what it says in code', () => {
  const { props } = load({
    'environments/e.yaml': ENVIRONMENT,
    'functions/p/f.yaml': yaml(
      '{custom: {name: zig, user: 7, writablePaths: [/w], env: {A: "$(PORT)"}, coldStartTarget: 300ms}}',
    ),
  }).environments[0].projects[0].functions[0];
  const profile = { name: 'zig', user: 7, writablePaths: ['/w'], env: { A: '$(PORT)' } };
  const runtime = Runtime.custom({ ...profile, coldStartTarget: Duration.millis(300) });
  expect(props.runtime.coldStartTarget?.toMilliseconds()).toBe(300);
  expect(render({ runtime: props.runtime })).toEqual(render({ runtime }));
  expect(render({ runtime }).Deployment.spec.template.spec.securityContext.runAsUser).toBe(7);
});

test('an image of its own user keeps it, and still is not root', () => {
  for (const runtime of [Runtime.CONTAINER, Runtime.custom({})]) {
    const objects = render({ runtime });
    expect(podOf(objects).securityContext).toEqual({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(container(objects).securityContext.readOnlyRootFilesystem).toBe(true);
  }
});

test.each([
  ['php', 'runtime "php" is invalid; allowed: go, rust, node, python, java, dotnet, deno, bun, container, or custom'],
  ['{}', 'runtime {} is invalid; allowed: go, '],
  ['{custom: {}, go: {}}', 'runtime {"custom":{},"go":{}} is invalid; allowed: go, '],
  [
    '{custom: go}',
    'runtime.custom "go" is invalid; allowed: a map with the keys name, user, writablePaths, env, coldS',
  ],
  ['{custom: {user: 0}}', 'runtime.custom.user 0 is invalid; allowed: a whole number from 1 to 2147483647'],
  ['{custom: {uid: 7}}', 'runtime.custom.uid is an unknown key; '],
  ['{custom: {writablePaths: [tmp]}}', 'runtime.custom.writablePaths[0] "tmp" is invalid; allowed: an absolute path'],
  ['{custom: {env: {PORT: "1"}}}', 'runtime.custom.env.PORT is taken: it carries the setting port'],
])('runtime: %s is refused', (runtime, problem) => {
  expect(functionProblems(yaml(runtime))).toEqual([expect.stringContaining(`functions/p/hello.yaml:2: ${problem}`)]);
});

test('code names what it gave', () => {
  const environment = new Environment(new App(), 'e', { domain: 'a.b' });
  const props = { project: 'p', image: 'a/b:1', runtime: Runtime.custom({ writablePaths: ['tmp'] }) };
  expect(() => new FunctionChart(environment, 'f', props)).toThrow(
    'e/f: runtime.custom.writablePaths[0] "tmp" is invalid; allowed: an absolute path',
  );
});
