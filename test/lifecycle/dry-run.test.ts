import { rmSync } from 'node:fs';
import { API_RESOURCES, FakeCluster, manifest, putInstallation } from './kubectl';

jest.setTimeout(60_000);
let cluster: FakeCluster;
beforeEach(() => {
  cluster = new FakeCluster();
  putInstallation(cluster);
  // a stand-in counts no kinds in JSON
  cluster.put('bin/on-apply', 'if [[ $* == *.json ]]; then echo one; exit; fi\n');
  cluster.answer('api-resources*', API_RESOURCES);
});
afterEach(() => rmSync(cluster.root, { recursive: true }));

const CREATED = ['needed-0', 'needed-1', 'needed-2', 'needed-3', 'needed-4'].map((name) => `${name}.json`);
const deleted = () => cluster.calls('delete').map((call) => call.split(' -f ')[1]?.trim());

test('makes what is missing, dry-runs each object and each pod, and deletes what it made, the last first', () => {
  cluster.put('dist/production/functions/shop/pod.yaml', POD);
  const { status, stdout, stderr } = cluster.run('dry-run');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/\n14 objects accepted, 1 pods accepted, 0 errors, 0 warnings\n$/);
  const real = cluster.calls('apply').filter((call) => !call.includes('--dry-run=server'));
  // two CRDs, two namespaces, and the namespace that the folder only uses
  expect(real.map((call) => call.trim())).toEqual(
    CREATED.map((file) => `apply --server-side --validate=strict -f ${file}`),
  );
  expect(deleted()).toEqual([...CREATED].reverse());
});

test('what is there stays, and is applied only if it is a CRD of the folder', () => {
  cluster.answer('get --ignore-not-found -o name -f *', 'it\n');
  cluster.put('others/crd.yaml', CRD);
  expect(cluster.run('dry-run', '--crds', 'others').status).toBe(0);
  const real = cluster.calls('apply').filter((call) => !call.includes('--dry-run=server'));
  expect(real.map((call) => call.split(' -f ')[1]?.trim())).toEqual(['needed-1.json', 'needed-2.json']);
  expect(deleted()).toEqual([]);
});

test('--keep deletes nothing', () => {
  expect(cluster.run('dry-run', '--keep').status).toBe(0);
  expect(deleted()).toEqual([]);
});

test.each([
  ['a warning', "echo 'Warning: old' >&2", '13 objects accepted, 0 pods accepted, 0 errors, 1 warnings'],
  [
    'a conflict',
    "printf 'error: conflict\\nPlease review the fields above\\nmore\\nSee https://x\\n' >&2; exit 1",
    '12 objects accepted, 0 pods accepted, 1 errors, 0 warnings',
  ],
  ['a failure without a word', 'exit 1', '12 objects accepted, 0 pods accepted, 1 errors, 0 warnings'],
])('%s fails, and what was made is deleted all the same', (_, said, summary) => {
  cluster.put('bin/on-apply', `if [[ $* == *.json ]]; then exit; fi\nif [[ $* == *tunnel.yaml ]]; then ${said}; fi\n`);
  const { status, stdout, stderr } = cluster.run('dry-run');
  expect([status, stdout.trimEnd().split('\n').at(-1)]).toEqual([1, summary]);
  expect(stderr).toMatch(
    /^dist\/production\/edge\/tunnel.yaml: (Warning: old|error: conflict|error: kubectl failed)\n$/,
  );
  expect(deleted()).toEqual([...CREATED].reverse());
});

test('a signal ends it, and what was made is deleted', () => {
  cluster.put('bin/on-apply', 'if [[ $* == *tunnel.yaml ]]; then kill -TERM $PPID; sleep 1; fi\n');
  expect(cluster.run('dry-run').status).toBe(143);
  expect(deleted()).toEqual([...CREATED].reverse());
});

const CRD = manifest('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'monitors.example.com');
const POD = manifest(
  'apps/v1',
  'Deployment',
  'fn-pod',
  'fn-shop',
  'spec:\n  template:\n    spec:\n      containers: [{ name: a }]\n',
);
