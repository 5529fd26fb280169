import { Duration, Size } from 'cdk8s';
import { LogLevel, Sizing } from '../../lib';
import { ENVIRONMENT, type Files, FUNCTION, load, problems } from './folder';

function propsOf(files: Files) {
  return load({ 'environments/a.yaml': ENVIRONMENT, ...files }).environments[0].projects[0].functions[0].props;
}

describe('function', () => {
  test.each([
    ['100m', 100],
    ['1', 1000],
    ['"0.25"', 250],
  ])('cpu %s', (yaml, millicores) => {
    expect(propsOf({ 'functions/p/hello.yaml': `${FUNCTION}cpu: ${yaml}` }).cpu!.millicores).toBe(millicores);
  });

  test('the environment is below the function, its override above', () => {
    const environment = [
      'domain: example.com',
      'defaults: {maxReplicas: 2, minReplicas: 1, concurrency: 5, env: {A: default, B: default, C: default}}',
      'overrides: {p/hello: {image: "b:2", concurrency: 7, env: {C: override}}}',
    ].join('\n');
    const fn = `${FUNCTION}concurrency: 6\nminReplicas: 2\nenv: {B: own, C: own}`;
    expect(propsOf({ 'environments/a.yaml': environment, 'functions/p/hello.yaml': fn })).toMatchObject({
      image: 'b:2',
      maxReplicas: 2,
      minReplicas: 2,
      concurrency: 7,
      env: { A: 'default', B: 'own', C: 'override' },
    });
  });

  test('an override makes valid what alone is not', () => {
    const files = {
      'environments/a.yaml': 'domain: a.com\noverrides: {p/hello: {maxReplicas: 30}}',
      'functions/p/hello.yaml': `${FUNCTION}minReplicas: 20`,
    };
    expect(propsOf(files)).toMatchObject({ minReplicas: 20, maxReplicas: 30 });
  });
});

describe('project', () => {
  test('without a file of its own', () => {
    const [project] = load({ 'environments/a.yaml': ENVIRONMENT, 'functions/p/f.yaml': FUNCTION }).environments[0]
      .projects;
    expect(project.props).toEqual({ name: 'p' });
  });
});

describe('environment', () => {
  test('runs the projects that it names', () => {
    const files = { 'functions/p/f.yaml': FUNCTION, 'functions/q/g.yaml': FUNCTION };
    const projects = (yaml: string) =>
      load({ ...files, 'environments/e.yaml': ENVIRONMENT + yaml }).environments[0].projects.map(({ name }) => name);
    expect(projects('')).toEqual(['p', 'q']);
    expect(projects('projects: [p]')).toEqual(['p']);
  });

  test.each([
    ['', undefined],
    ['platform: {sizing: standard}', undefined],
    ['platform: {scaler: {logLevel: error}}', { logLevel: LogLevel.ERROR }],
    ['platform: {scaler: {memory: 96Mi}}', { resources: { memoryRequest: Size.mebibytes(96) } }],
    [
      'platform: {scaler: {queueTick: 50ms, streamInterval: 1s}}',
      { queueTick: Duration.millis(50), streamInterval: Duration.seconds(1) },
    ],
  ])('platform by default: %s', (yaml, scaler) => {
    const { platform } = load({ 'environments/a.yaml': `${ENVIRONMENT}${yaml}` }).environments[0];
    expect(platform!.sizing ?? Sizing.STANDARD).toBe(Sizing.STANDARD);
    expect(platform!.scaler).toEqual(scaler);
    expect(platform!.images).toBeUndefined();
  });

  test('platform: false stands for one that the cluster has', () => {
    const files = (yaml: string) => ({ 'environments/a.yaml': `${ENVIRONMENT}${yaml}` });
    expect(load(files('platform: false\nkedaNamespace: kube-system\n')).environments[0]).toMatchObject({
      platform: undefined,
      props: { kedaNamespace: 'kube-system' },
    });
    expect(load(files('')).environments[0].platform).toEqual({});
    expect(problems(files('platform: true\n'))).toEqual([
      expect.stringMatching(
        /^environments\/a\.yaml:2: platform true is invalid; allowed: false, or a map with the keys /,
      ),
    ]);
  });

  test('everything is in order of its name, and each environment runs all projects', () => {
    const catalog = load({
      'environments/b.yaml': ENVIRONMENT,
      'environments/a.yaml': ENVIRONMENT,
      'functions/q/z.yaml': FUNCTION,
      'functions/q/y.yaml': FUNCTION,
      'functions/p/x.yaml': FUNCTION,
    });
    const names = catalog.environments.map((environment) => [
      environment.name,
      ...environment.projects.flatMap((project) => [project.name, ...project.functions.map(({ name }) => name)]),
    ]);
    expect(names).toEqual([
      ['a', 'p', 'x', 'q', 'y', 'z'],
      ['b', 'p', 'x', 'q', 'y', 'z'],
    ]);
  });
});

test('a byte order mark, Windows line ends, dotfiles and other files are no trouble', () => {
  const [project, ...others] = load({
    'environments/a.yaml': `\uFEFF${ENVIRONMENT.replaceAll('\n', '\r\n')}`,
    'environments/README.md': '#',
    'functions/README.md': '#',
    'functions/.git/x.yaml': '[',
    'functions/docs/README.md': '#',
    'functions/p/.hidden.yaml': '[',
    'functions/p/Dockerfile': 'FROM scratch',
    'functions/p/f.yaml': FUNCTION,
  }).environments[0].projects;
  expect(project.functions.map(({ name }) => name)).toEqual(['f']);
  expect(others).toEqual([]);
});
