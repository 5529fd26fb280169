import { App } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { Environment, FunctionChart, type FunctionChartProps, Runtime, toFiles, Visibility } from '../../lib';
import { ENVIRONMENT, FUNCTION, functionProblems, load } from '../catalog/folder';
import { type Any, immutable, render } from './render';

test.each<[string, string]>([
  [
    'labels: {app.kubernetes.io/name: x}',
    'labels.app.kubernetes.io/name is taken: it says whose object it is, hello; allowed: another key',
  ],
  ['labels: {scaledobject.keda.sh/name: x}', 'labels.scaledobject.keda.sh/name is taken: KEDA sets it'],
  ['labels: {a: "x y"}', 'labels.a "x y" is invalid; allowed: the value of a label'],
  ['labels: {"a b": x}', 'labels.a b is not a valid name; allowed: a label key'],
  [
    'podLabels: {app.kubernetes.io/component: x}',
    'podLabels.app.kubernetes.io/component is taken: it says whose object it is, function',
  ],
  [
    'podLabels: {pod-template-hash: x}',
    'podLabels.pod-template-hash is taken: the controller of the Deployment sets it',
  ],
  [
    'annotations: {httpscaledobject.keda.sh/skip-scaledobject-creation: "false"}',
    'annotations.httpscaledobject.keda.sh/skip-scaledobject-creation is taken: it says which object scales',
  ],
  ['annotations: {a: 1}', 'annotations.a 1 is invalid; allowed: a string; quote numbers and booleans'],
  ['annotations: {"a b": x}', 'annotations.a b is not a valid name; allowed: a key such as example.com/team'],
  [
    'podAnnotations: {container.apparmor.security.beta.kubernetes.io/function: unconfined}',
    'podAnnotations.container.apparmor.security.beta.kubernetes.io/function is taken: the security of the pods is fixed',
  ],
  ['podAnnotations: {a/b/c: x}', 'podAnnotations.a/b/c is not a valid name'],
])('%s is refused', (yaml, problem) => {
  expect(functionProblems(FUNCTION + yaml)).toContainEqual(
    expect.stringContaining(`functions/p/hello.yaml:3: ${problem}`),
  );
});

test.each<[Partial<FunctionChartProps>, string]>([
  [{ labels: { 'app.kubernetes.io/name': 'x' } }, 'e/hello: labels.app.kubernetes.io/name is taken'],
  [{ podAnnotations: { 'seccomp.security.alpha.kubernetes.io/pod': 'x' } }, 'is taken: the security of the pods'],
  [{ annotations: { constructor: 'x' } }, 'annotations.constructor cannot be rendered'],
])('so is what code says: %j', (props, problem) => expect(() => render(props)).toThrow(problem));

test('a domain in an annotation may have upper case, that of a label not', () => {
  expect(render({ annotations: { 'Example.com/a': '' } }).Service.metadata.annotations).toEqual({
    'Example.com/a': '',
  });
  expect(() => render({ labels: { 'Example.com/a': '' } })).toThrow('labels.Example.com/a is not a valid name');
});

test('nothing of it finds a pod, and the rate keeps its own annotation', () => {
  const objects = render({ minReplicas: 2, labels: { a: 'b' }, podLabels: { c: 'd' }, annotations: { e: 'f' } });
  expect(immutable(objects)).toEqual(immutable(render()));
  const { selector } = objects.Deployment.spec;
  expect(objects.PodDisruptionBudget).toMatchObject({ metadata: { labels: { a: 'b' } }, spec: { selector } });
  expect(objects.HTTPScaledObject.metadata.annotations).toEqual({
    e: 'f',
    'httpscaledobject.keda.sh/skip-scaledobject-creation': 'true',
  });
  expect(objects.Deployment.spec.template.metadata.annotations).toBeUndefined();
});

test('the names of internal hosts have them too', () => {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'a.b' });
  const props = { runtime: Runtime.GO, project: 'shop', image: 'a/b:1', visibility: Visibility.INTERNAL };
  new FunctionChart(environment, 'hello', { ...props, labels: { team: 'a' }, annotations: { b: 'c' } });
  const objects = loadAll(toFiles(app)['e/hello.yaml'] as string) as Any[];
  const alias = objects.find(({ metadata, kind }) => kind === 'Service' && metadata.name === 'hello');
  expect(alias.metadata).toMatchObject({
    labels: { team: 'a', 'app.kubernetes.io/name': 'hello' },
    annotations: { b: 'c' },
  });
});

test('layers merge them by key', () => {
  const files = {
    'environments/a.yaml': `${ENVIRONMENT}defaults: {labels: {cost: a, team: none}}\n`,
    'functions/p/f.yaml': `${FUNCTION}labels: {team: b}`,
  };
  expect(load(files).environments[0].projects[0].functions[0].props.labels).toEqual({ cost: 'a', team: 'b' });
});
