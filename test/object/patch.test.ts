import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart, Duration, JsonPatch, Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { loadAll } from 'js-yaml';
import * as scaling from '../../imports/keda.sh';
import { InputError, Rbac, toFiles } from '../../lib';
import { addObject, PatchableObject } from '../../lib/object/object';
import { fullApp } from './full-app';

// biome-ignore lint/suspicious/noExplicitAny: manifests of all kinds
type Any = any;

const LIB = join(__dirname, '../../lib');
const sources = (readdirSync(LIB, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(LIB, file), 'utf8'));
const objectsOf = (app: App) => app.node.findAll().filter(ApiObject.isApiObject);
const pointer = (path: string[]) => path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What a patch may hold, and what has to be written. */
const VALUES: [unknown, unknown][] = [
  [9090, 9090],
  ['9090', '9090'],
  ['http', 'http'],
  [k8s.IntOrString.fromNumber(9090), 9090],
  [k8s.IntOrString.fromString('http'), 'http'],
  [k8s.Quantity.fromString('1500m'), '1500m'],
  [k8s.Quantity.fromNumber(2), 2],
  [true, true],
  [null, null],
  [
    { ports: [{ port: k8s.IntOrString.fromNumber(1), none: undefined }], value: 'a' },
    { ports: [{ port: 1 }], value: 'a' },
  ],
  [[k8s.Quantity.fromString('1Gi')], ['1Gi']],
  [Lazy.any({ produce: () => k8s.IntOrString.fromNumber(7) }), 7],
];

/** Every map and every scalar of a map in a manifest, with its path and what holds it. */
function placesOf(node: Any, path: string[] = []): { maps: [Any, string[]][]; leaves: [Any, string, string[]][] } {
  const found = { maps: [] as [Any, string[]][], leaves: [] as [Any, string, string[]][] };
  if (node === null || typeof node !== 'object') return found;
  const isMap = !Array.isArray(node);
  if (isMap) found.maps.push([node, path]);
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'object') {
      const { maps, leaves } = placesOf(value, [...path, key]);
      found.maps.push(...maps);
      found.leaves.push(...leaves);
    } else if (isMap) found.leaves.push([node, key, [...path, key]]);
  }
  return found;
}

/** Patches every object of an app, and compares what is written with the same change made by hand. */
function expectWritten(change: (object: ApiObject, expected: Any) => void): void {
  // else roles follow from what is patched
  const app = fullApp(Rbac.UPSTREAM);
  const objects = objectsOf(app);
  const expected = objects.map((object) => {
    const manifest = structuredClone(object.toJson());
    change(object, manifest);
    return manifest;
  });
  objects.forEach((object, index) => {
    expect(object.toJson()).toEqual(expected[index]);
  });
  const identity = ({ kind, metadata }: Any) => `${kind} ${metadata.namespace} ${metadata.name}`;
  const byIdentity = (a: Any, b: Any) => (identity(a) < identity(b) ? -1 : 1);
  const written = Object.entries(toFiles(app)).flatMap(([path, text]) =>
    loadAll(text).map((manifest) => ({ ...(manifest as Any), path })),
  );
  const paths = objects.map((object) => `${Chart.of(object).node.path}.yaml`);
  for (const path of new Set(paths)) {
    const own = written.filter((manifest) => manifest.path === path).map(({ path: _, ...manifest }) => manifest);
    expect(own.sort(byIdentity)).toEqual(expected.filter((_, index) => paths[index] === path).sort(byIdentity));
  }
}

test('an unknown field is written into every map of every object, whatever its value is', () => {
  expectWritten((object, manifest) => {
    placesOf(manifest).maps.forEach(([map, path], index) => {
      const [value, right] = VALUES[index % VALUES.length]!;
      object.addJsonPatch(JsonPatch.add(`${pointer(path)}/added`, value));
      map.added = right;
    });
  });
});

test('each value is written as kubectl expects it, into every kind', () => {
  expectWritten((object, manifest) => {
    VALUES.forEach(([value, right], index) => {
      object.addJsonPatch(JsonPatch.add(`/added-${index}`, value));
      manifest[`added-${index}`] = right;
    });
  });
});

test('every field is replaced by a number, a text or an instance', () => {
  expectWritten((object, manifest) => {
    const kept = ['/kind', '/apiVersion', '/metadata/name', '/metadata/namespace'];
    placesOf(manifest).leaves.forEach(([map, key, path], index) => {
      if (kept.includes(pointer(path))) return;
      const [value, right] = VALUES[index % 7]!;
      object.addJsonPatch(JsonPatch.replace(pointer(path), value));
      map[key] = right;
    });
  });
});

test('every field is removed', () => {
  expectWritten((object, manifest) => {
    const kept = ['/kind', '/apiVersion', '/metadata/name', '/metadata/namespace'];
    for (const [map, key, path] of placesOf(manifest).leaves) {
      if (kept.includes(pointer(path))) continue;
      object.addJsonPatch(JsonPatch.remove(pointer(path)));
      delete map[key];
    }
  });
});

test('a NetworkPolicy, a quota and a target port keep what was patched', () => {
  const app = fullApp();
  const find = (kind: string, name: string) =>
    objectsOf(app).find((object) => object.kind === kind && object.name === name) as ApiObject;
  const policy = find('NetworkPolicy', 'functions');
  policy.addJsonPatch(JsonPatch.replace('/spec/ingress/0/ports', [{ port: 9090 }]));
  expect(policy.toJson().spec.ingress[0].ports).toEqual([{ port: 9090 }]);
  const quota = find('ResourceQuota', 'functions');
  quota.addJsonPatch(JsonPatch.add('/spec/hard/requests.nvidia.com~1gpu', 2));
  quota.addJsonPatch(JsonPatch.replace('/spec/hard/pods', '50'));
  expect(quota.toJson().spec.hard).toMatchObject({ pods: '50', 'requests.cpu': '2', 'requests.nvidia.com/gpu': 2 });
  const service = find('Service', 'fn-interceptorroute');
  service.addJsonPatch(JsonPatch.replace('/spec/ports/0/targetPort', 9090));
  service.addJsonPatch(JsonPatch.add('/spec/trafficDistribution', 'PreferClose'));
  expect(service.toJson().spec).toMatchObject({ ports: [{ targetPort: 9090 }], trafficDistribution: 'PreferClose' });
});

test('a Role that follows from what is declared keeps what was patched', () => {
  const app = fullApp(Rbac.FUNCTIONS);
  toFiles(app);
  const roles = objectsOf(app).filter(({ kind, metadata }) => kind === 'Role' && metadata.namespace !== 'keda');
  expect(roles.length).toBeGreaterThan(0);
  for (const role of roles) role.addJsonPatch(JsonPatch.add('/metadata/annotations', { reviewed: 'yes' }));
  const written = Object.values(toFiles(app)).flatMap((text) => loadAll(text) as Any[]);
  const reviewed = written.filter(({ kind, metadata }) => kind === 'Role' && metadata.annotations?.reviewed);
  expect(reviewed).toHaveLength(roles.length);
});

test('patches follow each other, and come after what was set through the object', () => {
  const object = addObject(scaling.ScaledObject, new Chart(new App(), 'c'), 'o', {
    spec: { scaleTargetRef: { name: 'a' }, triggers: [] },
  });
  object.metadata.addLabel('a', 'b');
  object.addJsonPatch(JsonPatch.test('/metadata/labels/a', 'b'), JsonPatch.move('/metadata/labels/a', '/spec/moved'));
  object.addJsonPatch(
    JsonPatch.add('/spec/triggers/-', { type: 'cron' }),
    JsonPatch.copy('/spec/moved', '/spec/twice'),
  );
  expect(object.toJson().spec).toEqual({
    scaleTargetRef: { name: 'a' },
    triggers: [{ type: 'cron' }],
    moved: 'b',
    twice: 'b',
  });
});

test.each<[string, JsonPatch, string]>([
  [
    'no first slash',
    JsonPatch.add('spec/x', 1),
    'add "spec/x" is not a JSON pointer; allowed: a path that starts with "/"',
  ],
  [
    'no parent',
    JsonPatch.add('/spec/a/b', 1),
    'add "/spec/a/b" finds no "/spec/a"; allowed: a path whose parent exists',
  ],
  ['below a text', JsonPatch.add('/kind/b', 1), 'add "/kind/b" finds no "/kind"; allowed: a path whose parent exists'],
  [
    'a text as index',
    JsonPatch.add('/spec/ports/x', 1),
    'has no index of its list; allowed: 0 to 1, or "-" for its end',
  ],
  ['beyond a list', JsonPatch.replace('/spec/ports/1', 1), 'has no index of its list; allowed: 0 to 0'],
  [
    'nothing to remove',
    JsonPatch.remove('/spec/prots'),
    'remove "/spec/prots" finds no "/spec/prots"; allowed: a path that',
  ],
  [
    'nothing to move',
    JsonPatch.move('/spec/a', '/spec/b'),
    'move "/spec/b" finds no "/spec/a"; allowed: a path that exists',
  ],
  [
    'a failed test',
    JsonPatch.test('/kind', 'Pod'),
    'test "/kind" cannot be applied: Test operation failed; allowed: RFC 6902',
  ],
  ['a prototype', JsonPatch.add('/spec/__proto__', {}), 'add "/spec/__proto__" cannot be applied: '],
  ['no number', JsonPatch.add('/spec/x', Number.NaN), 'add "/spec/x" has the value NaN; allowed: what JSON can say'],
  ['nothing', JsonPatch.add('/spec/x', undefined), 'add "/spec/x" has the value undefined; allowed: what JSON can say'],
  [
    'a duration',
    JsonPatch.add('/spec/x', [Duration.days(1)]),
    'has a value of class Duration; allowed: what JSON can say',
  ],
])('refused with its path: %s', (_, patch, message) => {
  const chart = new Chart(new App(), 'chart');
  const object = addObject(k8s.KubeService, chart, 'service', { spec: { ports: [{ port: 80 }] } });
  object.addJsonPatch(patch);
  const synthesize = () => toFiles(chart.node.root as App);
  expect(synthesize).toThrow(InputError);
  expect(synthesize).toThrow(/^chart\/service: patch /);
  expect(synthesize).toThrow(message);
});

test('every object of the library can be patched, and the app above has each kind that the library makes', () => {
  const objects = objectsOf(fullApp());
  expect(objects.filter((object) => !(object.constructor === PatchableObject))).toEqual([]);
  const kinds = sources.flatMap((source) => {
    const imported = new Map([...source.matchAll(/(\w+) as (\w+)/g)].map(([, name, here]) => [here, name]));
    const used = [...source.matchAll(/addObject\(\s*(?:k8s\.Kube)?(\w+),/g)].map(([, kind]) => kind!);
    return used.map((kind) => imported.get(kind) ?? kind);
  });
  const made = new Set(objects.map(({ kind }) => kind.toLowerCase()));
  const missing = [...new Set(kinds)].filter((kind) => !made.has(kind!.toLowerCase().replace(/v\d+(beta\d+)?$/, '')));
  expect(missing).toEqual([]);
  expect(made.size).toBeGreaterThanOrEqual(27);
  const generated = sources.map((source) =>
    [...source.matchAll(/import \{([^}]*)\} from '[./]*imports\//g)].flatMap(
      ([, names]) => names!.replace(/\w+ as /g, '').match(/\w+/g) ?? [],
    ),
  );
  expect(generated.flat()).toContain('InterceptorRoute');
  const bare = sources.flatMap((source, index) =>
    source.match(new RegExp(`new (k8s\\.\\w+|ApiObject|${generated[index]!.join('|') || 'ApiObject'})\\(`, 'g')),
  );
  expect(bare.filter((found) => found !== null)).toEqual([]);
});
