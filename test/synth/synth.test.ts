import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { Environment, InputError, synthesize, toFiles, writeFiles } from '../../lib';
import { own, texts } from './files';

let outdir: string;
beforeEach(() => {
  outdir = join(fs.mkdtempSync(join(tmpdir(), 'write-')), 'out');
});

function configMap(scope: Chart, name: string, namespace = 'x'): ApiObject {
  return new ApiObject(scope, `${namespace}-${name}`, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace },
  });
}

test('a file is a path in the tree, and the order of construction leaves no trace', () => {
  const build = (order: string[]) => {
    const app = new App();
    const environment = new Environment(app, 'production', { domain: 'a.b' });
    for (const id of order)
      for (const name of order)
        configMap((environment.node.tryFindChild(id) as Chart) ?? new Chart(environment, id), name);
    return app;
  };
  // the same names in two charts would be one identity, so each chart has its own
  expect(() => toFiles(build(['a', 'b']))).toThrow('is also made by production/');
  const chart = (names: string[]) => {
    const app = new App();
    for (const name of names) configMap(new Chart(app, name), name);
    return toFiles(app);
  };
  expect(chart(['b', 'a'])).toEqual(chart(['a', 'b']));
  expect(Object.keys(chart(['b', 'a']))).toEqual(['a.yaml', 'b.yaml']);
});

test('objects come in the order in which a cluster needs them', () => {
  const app = new App();
  const chart = new Chart(app, 'c');
  for (const kind of ['Unknown', 'ScaledObject', 'InterceptorRoute', 'Deployment', 'Namespace']) {
    for (const name of ['z', 'a']) new ApiObject(chart, kind + name, { apiVersion: 'x/v1', kind, metadata: { name } });
  }
  const kinds = [...(toFiles(app)['c.yaml'] as string).matchAll(/kind: (\w+)\nmetadata:\n {2}name: (\w)/g)].map(
    ([, kind, name]) => `${kind} ${name}`,
  );
  expect(kinds).toEqual([
    'Namespace a',
    'Namespace z',
    'Deployment a',
    'Deployment z',
    'InterceptorRoute a',
    'InterceptorRoute z',
    'ScaledObject a',
    'ScaledObject z',
    'Unknown a',
    'Unknown z',
  ]);
});

test('an identity is taken once in a cluster, and again in the next', () => {
  const app = new App();
  const one = new Environment(app, 'one', { domain: 'a.b' });
  const two = new Environment(app, 'two', { domain: 'a.b', kedaNamespace: 'k' });
  for (const environment of [one, two]) configMap(new Chart(environment, 'c'), 'same');
  expect(Object.keys(toFiles(app))).toEqual(['one/c.yaml', 'two/c.yaml']);
  configMap(new Chart(two, 'd'), 'same');
  expect(() => toFiles(app)).toThrow(
    'two/d/x-same: ConfigMap x/same is also made by two/c/x-same; allowed: one object',
  );
});

test('every validation is told, with the path of its construct', () => {
  const app = new App();
  for (const id of ['b', 'a']) new Chart(app, id).node.addValidation({ validate: () => [`wrong in ${id}`] });
  expect(() => toFiles(app)).toThrow(new InputError('a: wrong in a', 'b: wrong in b'));
});

test('only what changed is touched, and what is gone is removed with its folder', () => {
  const [a, c] = [own('a.yaml', '1'), own('b/c.yaml', '2')];
  expect(writeFiles(outdir, { 'a.yaml': a, 'b/c.yaml': c })).toEqual({
    written: ['a.yaml', 'b/c.yaml'],
    unchanged: [],
    removed: [],
    unclaimed: [],
  });
  const before = fs.statSync(join(outdir, 'a.yaml')).mtimeMs;
  expect(writeFiles(outdir, { 'a.yaml': a }, { allowRemovals: true })).toEqual({
    written: [],
    unchanged: ['a.yaml'],
    removed: ['b/c.yaml'],
    unclaimed: [],
  });
  expect(fs.statSync(join(outdir, 'a.yaml')).mtimeMs).toBe(before);
  expect(fs.readdirSync(outdir)).toEqual(['a.yaml']);
  expect(fs.readdirSync(join(outdir, '..'))).toEqual(['out']);
});

test('files of others stay, links are not followed, and nothing is replaced that is not ours', () => {
  writeFiles(outdir, texts('1', 'a.yaml'));
  const elsewhere = fs.mkdtempSync(join(tmpdir(), 'else-'));
  fs.writeFileSync(join(elsewhere, 'x.yaml'), own('link/x.yaml', 'theirs'));
  fs.symlinkSync(elsewhere, join(outdir, 'link'));
  fs.writeFileSync(join(outdir, 'note.txt'), own('note.txt', ''));
  fs.writeFileSync(join(outdir, 'theirs.yaml'), 'kind: X\n');
  writeFiles(outdir, {}, { allowRemovals: true });
  expect(fs.readdirSync(outdir).sort()).toEqual(['link', 'note.txt', 'theirs.yaml']);
  expect(fs.readdirSync(elsewhere)).toEqual(['x.yaml']);
  expect(() => writeFiles(outdir, texts('1', 'theirs.yaml', 'z.yaml'))).toThrow(
    'theirs.yaml: was not written by this tool',
  );
  expect(() => writeFiles(outdir, texts('1', 'note.txt/x.yaml'))).toThrow('note.txt: is not a folder');
  expect(fs.existsSync(join(outdir, 'z.yaml'))).toBe(false);
});

test('synthesize writes to the output folder of the app', () => {
  const app = new App({ outdir });
  configMap(new Chart(app, 'a'), 'a');
  expect(synthesize(app).written).toEqual(['a.yaml']);
});
