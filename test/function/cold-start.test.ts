import { App } from 'cdk8s';
import { Environment, FunctionChart, type FunctionProps, KedaPlatform, Runtime, toFiles } from '../../lib';
import { ENVIRONMENT, FUNCTION, problems } from '../catalog/folder';

const app = (functions: { [name: string]: Partial<FunctionProps> }, readConfigMaps?: boolean) => {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'fn.test' });
  if (readConfigMaps !== undefined) new KedaPlatform(environment, 'keda', { interceptor: { readConfigMaps } });
  for (const [name, props] of Object.entries(functions)) {
    new FunctionChart(environment, name, { runtime: Runtime.GO, project: 'p', image: 'a:1', ...props });
  }
  return () => toFiles(app);
};

const PAGES = { coldStart: { placeholder: { pages: { 'index.html': 'soon' } } } };
const BODY = { coldStart: { placeholder: { body: 'soon' } } };

test('a placeholder from a ConfigMap needs a platform that reads it', () => {
  expect(app({ a: PAGES }, false)).toThrow(
    'e/a: coldStart.placeholder.pages is in a ConfigMap, and the interceptor may read none; allowed: body, or interceptor.readConfigMaps of the platform',
  );
  expect(app({ a: { coldStart: { placeholder: { bodyFromConfigMap: { name: 'x' } } } } }, false)).toThrow(
    'e/a: coldStart.placeholder.bodyFromConfigMap is in a ConfigMap',
  );
  expect(app({ a: PAGES }, true)).not.toThrow();
  // a platform that another app makes is not known here; doctor knows it
  expect(app({ a: PAGES })).not.toThrow();
  expect(app({ a: BODY }, false)).not.toThrow();
});

test('a fallback always has pods', () => {
  const fallback = (service: string) => ({ coldStart: { fallback: { service } } });
  const sleeping = 'coldStart.fallback.service "fn-b" belongs to a function that goes to zero, and is not woken by it';
  expect(app({ a: fallback('fn-b'), b: {} })).toThrow(sleeping);
  expect(app({ b: fallback('fn-b') })).toThrow(sleeping);
  expect(app({ a: fallback('fn-b'), b: { minReplicas: 1 } })).not.toThrow();
  expect(app({ a: fallback('fn-b'), b: { project: 'q' } })).not.toThrow();
});

test('so say the files, with their lines', () => {
  const files = {
    'environments/a.yaml': ENVIRONMENT,
    'functions/p/f.yaml': `${FUNCTION}coldStart:\n  placeholder:\n    pages: { index.html: soon }\n`,
    'functions/p/g.yaml': `${FUNCTION}coldStart:\n  fallback:\n    service: fn-f\n`,
  };
  expect(problems(files)).toEqual([
    'functions/p/f.yaml:5: coldStart.placeholder.pages is in a ConfigMap, and the interceptor may read none; allowed: body, or interceptor.readConfigMaps of the platform',
    'functions/p/g.yaml:5: coldStart.fallback.service "fn-f" belongs to a function that goes to zero, and is not woken by it; allowed: a Service that always has pods, such as that of a function with minReplicas 1',
  ]);
});
