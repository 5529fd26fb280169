import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { Catalog, InputError, NodeFunctionChart, toFiles } from '../../lib';
import { type Files, FUNCTION, inFolder } from '../catalog/folder';

const URL = 'https://git.example.com/platform.git';
const FILES = {
  'environments/production.yaml': [
    'domain: fn.test',
    'edge: { ingress: {} }',
    'monitoring: {}',
    `gitops: { flux: { url: ${URL} } }`,
  ].join('\n'),
  'environments/staging.yaml': 'domain: stage.test\nplatform: false\nprojects: [shop]',
  'functions/shop/project.yaml': 'quota: { pods: 5 }',
  'functions/shop/cart.yaml': FUNCTION,
  'functions/blog/feed.yaml': FUNCTION,
  'functions/blog/digest.yaml': `kind: job\n${FUNCTION}schedule: { cron: "@daily" }`,
};

const compose = (files: Files = FILES) =>
  inFolder(files, (folder) => {
    const app = new App();
    return { app, catalog: new Catalog(app, { folder }) };
  });

test('all that is declared has its file', () => {
  expect(Object.keys(toFiles(compose().app))).toEqual([
    'production/edge/ingress.yaml',
    'production/functions/blog/digest.yaml',
    'production/functions/blog/feed.yaml',
    'production/functions/blog/project.yaml',
    'production/functions/shop/cart.yaml',
    'production/functions/shop/project.yaml',
    'production/gitops/flux.yaml',
    'production/keda/crds.yaml',
    'production/keda/http-add-on.yaml',
    'production/keda/keda.yaml',
    'production/monitoring/dashboards.yaml',
    'production/monitoring/prometheus.yaml',
    'production/monitoring/targets.yaml',
    'staging/functions/shop/cart.yaml',
    'staging/functions/shop/project.yaml',
  ]);
});

test('the working folder is where declarations are looked for', () => {
  const app = new App();
  new Catalog(app);
  const file = 'production/functions/my-project/hello.yaml';
  const made = toFiles(app)[file]!.split('\n').slice(1);
  expect(made).toEqual(
    readFileSync(join(__dirname, '../../dist', file), 'utf8')
      .split('\n')
      .slice(1),
  );
});

test('every construct is found by its name', () => {
  const { catalog } = compose();
  expect(catalog.environments).toEqual(['production', 'staging']);
  expect(catalog.environment('staging').node.path).toBe('staging');
  expect(catalog.platform('production')?.node.path).toBe('production/keda');
  expect(catalog.platform('staging')).toBeUndefined();
  expect([catalog.edge('production')?.node.path, catalog.edge('staging')]).toEqual(['production/edge', undefined]);
  expect(catalog.monitoring('production')?.node.path).toBe('production/monitoring');
  expect(catalog.monitoring('staging')).toBeUndefined();
  expect(catalog.projects('production')).toEqual(['blog', 'shop']);
  expect(catalog.functions('production')).toEqual(['blog/feed', 'shop/cart']);
  expect(catalog.jobs('production')).toEqual(['blog/digest']);
  expect(catalog.job('blog/digest', 'production').node.path).toBe('production/functions/blog/digest');
  expect(catalog.functions('staging')).toEqual(['shop/cart']);
  expect(catalog.project('shop', 'staging').node.path).toBe('staging/functions/shop/project');
  expect(catalog.function('shop/cart', 'production').node.path).toBe('production/functions/shop/cart');
});

test('the only environment need not be named', () => {
  const { 'environments/staging.yaml': _, ...files } = FILES;
  const { catalog } = compose(files);
  expect(catalog.environment().node.path).toBe('production');
  expect(catalog.function('shop/cart').node.path).toBe('production/functions/shop/cart');
});

test.each<[string, (catalog: Catalog) => unknown, string]>([
  ['environment', (catalog) => catalog.function('shop/cart'), 'environment is missing; allowed: production, staging'],
  [
    'name',
    (catalog) => catalog.environment('prod'),
    'environment "prod" is not in the catalog; allowed: production, staging',
  ],
  [
    'spelling',
    (catalog) => catalog.function('shop/crat', 'staging'),
    'function "shop/crat" is not in the catalog; did you mean "shop/cart"?',
  ],
  ['place', (catalog) => catalog.project('blog', 'staging'), 'project "blog" is not in the catalog; allowed: shop'],
])('a lookup without its %s is told', (_, look, problem) => {
  expect(() => look(compose().catalog)).toThrow(new InputError(problem));
});

test('what is declared can be patched, and more can stand beside it', () => {
  const { app, catalog } = compose();
  catalog.function('shop/cart', 'production').deployment!.addJsonPatch(JsonPatch.add('/spec/paused', true));
  const folder = catalog.project('shop', 'production').node.scope as Construct;
  new NodeFunctionChart(folder, 'pay', { project: 'shop', image: 'a/b:1' });
  const files = toFiles(app);
  expect(files['production/functions/shop/cart.yaml']).toContain('\n  paused: true\n');
  expect(files['staging/functions/shop/cart.yaml']).not.toContain('paused');
  expect(files).toHaveProperty(['production/functions/shop/pay.yaml']);
  // rendering twice is rendering the same
  expect(toFiles(app)).toEqual(files);
});

test('a folder that only code makes is one that the GitOps tool applies', () => {
  const { app, catalog } = compose();
  const extra = new Construct(catalog.environment('production'), 'extra');
  new NodeFunctionChart(extra, 'pay', { project: 'pay', image: 'a/b:1' });
  expect(toFiles(app)['production/gitops/flux.yaml']).toContain('path: "./dist/production/extra"');
});

test('every problem of every file is told with its line', () => {
  expect(() => compose({ ...FILES, 'functions/shop/cart.yaml': `${FUNCTION}prot: 1` })).toThrow(
    /^functions\/shop\/cart.yaml:3: prot is an unknown key; did you mean port\?/,
  );
});
