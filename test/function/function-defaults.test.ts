import { App, Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import {
  Environment,
  FunctionChart,
  FunctionDefaults,
  GoFunctionChart,
  InputError,
  loadCatalog,
  ProjectChart,
  Runtime,
  toFiles,
} from '../../lib';
import { inFolder } from '../catalog/folder';

const IMAGE = 'a/b:1';

function cluster() {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'a.b' });
  const folder = new Construct(environment, 'shop');
  return { app, environment, folder };
}

test('what a file of layers says and what code says come to the same', () => {
  const yaml = inFolder(
    {
      'environments/e.yaml': 'domain: a.b\ndefaults: {memory: 64Mi, imagePullSecrets: [e], env: {A: e, B: e}}',
      'functions/shop/project.yaml': 'defaults: {imagePullSecrets: [p], env: {B: p, C: p}, timeout: 5s}',
      'functions/shop/f.yaml': `runtime: go\nimage: ${IMAGE}\nenv: {C: f}\ntimeout: 6s`,
    },
    (root) => {
      const { app, folder } = cluster();
      new FunctionChart(folder, 'f', loadCatalog(root).environments[0].projects[0].functions[0].props);
      return toFiles(app);
    },
  );
  const { app, environment, folder } = cluster();
  FunctionDefaults.of(environment).add({
    memory: Size.mebibytes(64),
    imagePullSecrets: ['e'],
    env: { A: 'e', B: 'e' },
  });
  FunctionDefaults.of(folder).add({ imagePullSecrets: ['p'], env: { B: 'p' } });
  FunctionDefaults.of(folder).add({ env: { C: 'p' }, timeout: Duration.seconds(5) });
  new FunctionChart(folder, 'f', {
    runtime: Runtime.GO,
    image: IMAGE,
    project: 'shop',
    env: { C: 'f' },
    timeout: Duration.seconds(6),
  });
  expect(toFiles(app)).toEqual(yaml);
  expect(yaml['e/shop/f.yaml']).toContain('name: A');
});

test('they hold below their scope alone, for charts of every runtime, and undefined says nothing', () => {
  const { app, environment, folder } = cluster();
  FunctionDefaults.of(folder).add({ handler: 'below' });
  new GoFunctionChart(folder, 'f', { image: IMAGE, project: 'shop', handler: undefined });
  new GoFunctionChart(environment, 'g', { image: IMAGE, project: 'shop' });
  const files = toFiles(app);
  expect(files['e/shop/f.yaml']).toContain('value: below');
  expect(files['e/g.yaml']).not.toContain('value: below');
});

test('what they say is asked of the project, too', () => {
  const { app, folder } = cluster();
  FunctionDefaults.of(folder).add({ memory: Size.gibibytes(1) });
  new ProjectChart(folder, 'project', { name: 'shop', limits: { maxMemory: Size.mebibytes(512) } });
  new GoFunctionChart(folder, 'f', { image: IMAGE, project: 'shop' });
  expect(() => toFiles(app)).toThrow(
    new InputError(`e/shop/f: memory "1Gi" is above the project's limits.maxMemory; allowed: at most 512Mi`),
  );
});

test('after a function was made they would not hold for it', () => {
  const { environment, folder } = cluster();
  new GoFunctionChart(folder, 'f', { image: IMAGE, project: 'shop' });
  for (const scope of [environment, folder]) {
    expect(() => FunctionDefaults.of(scope).add({ port: 80 })).toThrow(
      new InputError(
        `${scope.node.path}: gets defaults of functions after e/shop/f was made; allowed: before any function below`,
      ),
    );
  }
});

test('they are checked where they are said', () => {
  const { folder } = cluster();
  expect(() => FunctionDefaults.of(folder).add({ port: 0, healthPath: 'x' })).toThrow(
    new InputError(
      'e/shop: port 0 is invalid; allowed: a whole number from 1 to 65535',
      'e/shop: healthPath "x" is invalid; allowed: a path that starts with "/"',
    ),
  );
});
