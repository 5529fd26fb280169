import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart, Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import * as fc from 'fast-check';
import { Environment, FunctionChart, type FunctionChartProps, InputError, Runtime } from '../../lib';
import { addObject, type Kind } from '../../lib/object/object';
import { toYaml } from '../../lib/values/yaml';
import type { Effects } from '../effects';
import { packageYaml } from '../values/yaml-package';
import { fullApp } from './full-app';
import { inAllPasses, inOnePass } from './passes';

const json = (objects: object[]) => objects.map((object) => JSON.stringify(object));

test('all that the library can make is rendered in one pass as it is in all', () => {
  const app = fullApp();
  expect(json(inOnePass(app))).toEqual(json(inAllPasses(app)));
});

const EFFECTS = join(__dirname, '../function/effects');
const given = readdirSync(EFFECTS)
  .flatMap((file) => Object.entries<Effects>(require(join(EFFECTS, file))))
  .filter(([name]) => name.endsWith('_EFFECTS'))
  .flatMap(([, effects]) => Object.values(effects).flatMap((rows) => rows.map((row) => row.given)));

test('1,000 functions over all settings have the bytes that all passes and the package `yaml` give them', () => {
  expect(given.length).toBeGreaterThan(50);
  let rendered = 0;
  const property = fc.property(fc.shuffledSubarray(given, { minLength: 1, maxLength: 8 }), (some) => {
    const props: Partial<FunctionChartProps> = Object.assign({}, ...some);
    const app = new App();
    const environment = new Environment(app, 'e', { domain: 'fn.test' });
    try {
      new FunctionChart(environment, 'hello', { runtime: Runtime.GO, project: 'shop', image: 'a/b:1', ...props });
    } catch (error) {
      if (error instanceof InputError) return;
      throw error;
    }
    rendered++;
    expect(inOnePass(app).map(toYaml)).toEqual(inAllPasses(app).map(packageYaml));
  });
  while (rendered < 1000) fc.assert(property, { numRuns: 200 });
});

test('every name that a class writes otherwise is left to it', () => {
  const sources = [
    ...readdirSync(join(__dirname, '../../imports')).map((file) => join(__dirname, '../../imports', file)),
    require.resolve('cdk8s-plus-28/lib/imports/k8s'),
  ];
  const names = sources
    .filter((file) => /\.[jt]s$/.test(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/'([^']+)': \(?obj\.(\w+)/g)])
    .filter(([, written, prop]) => written !== prop)
    .map(([, , prop]) => prop!);
  expect(names).toContain('clusterIp');
  for (const name of new Set(names)) {
    const app = new App();
    const object = new ApiObject(new Chart(app, 'c'), 'o', { apiVersion: 'v1', kind: 'K' });
    const kind: Kind = { GVK: { apiVersion: 'v1', kind: 'K' }, manifest: () => ({ left: 'to the class' }) };
    const made = addObject(kind, object.chart, 'p', { spec: { [name]: 1 } });
    expect([name, made.toJson()]).toEqual([name, { left: 'to the class' }]);
  }
});

describe('what users do to an object is rendered', () => {
  const made = (spec: object, labels?: { [name: string]: string }) => {
    const chart = new Chart(new App(), 'c', { namespace: 'n', labels: { chart: 'c' } });
    return addObject(k8s.KubeService, chart, 'o', { metadata: { name: 'x', labels }, spec });
  };

  test('with Lazy, tokens and unions', () => {
    const spec = {
      ports: [{ port: Lazy.any({ produce: () => 80 }), targetPort: k8s.IntOrString.fromString('http') }],
      selector: Lazy.any({ produce: () => ({ b: { resolve: () => 'token' }, a: undefined }) }),
    };
    const service = made(spec, { own: 'o' });
    const [one] = inOnePass(App.of(service));
    expect(one).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'x', namespace: 'n', labels: { chart: 'c', own: 'o' } },
      spec: { ports: [{ port: 80, targetPort: 'http' }], selector: { b: 'token' } },
    });
    expect(json([one!])).toEqual(json(inAllPasses(App.of(service))));
  });

  test('with metadata of theirs', () => {
    const service = made({});
    service.metadata.add('generation', 7);
    service.metadata.addLabel('l', '1');
    service.metadata.addAnnotation('a', '2');
    service.metadata.addFinalizers('f');
    service.metadata.addOwnerReference({ apiVersion: 'v1', kind: 'K', name: 'n', uid: 'u' });
    const [one] = inOnePass(App.of(service)) as { metadata: object }[];
    expect(one!.metadata).toMatchObject({ labels: { chart: 'c', l: '1' }, annotations: { a: '2' }, finalizers: ['f'] });
    expect(json([one!])).toEqual(json(inAllPasses(App.of(service))));
  });

  test('with resolvers of theirs', () => {
    const resolvers = [
      {
        resolve: (context: { value: unknown; replaceValue(value: unknown): void }) => {
          if (context.value === 'secret') context.replaceValue('resolved');
        },
      },
    ];
    const chart = new Chart(new App({ resolvers }), 'c');
    const service = addObject(k8s.KubeService, chart, 'o', { metadata: { name: 'x' }, spec: { type: 'secret' } });
    expect(service.toJson().spec).toEqual({ type: 'resolved' });
  });
});
