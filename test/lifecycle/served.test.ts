import { rmSync } from 'node:fs';
import { stringify } from 'yaml';
import { API_RESOURCES, FakeCluster, putInstallation } from './kubectl';

// What KEDA scales now it may scale afterwards, or nothing is changed.

jest.setTimeout(60_000);

const RBAC = 'rbac.authorization.k8s.io/v1';
const KINDS = [
  API_RESOURCES,
  'scaledobjects so keda.sh/v1alpha1 true ScaledObject',
  'scaledjobs sj keda.sh/v1alpha1 true ScaledJob',
  ...['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'].map((kind) => `x x ${RBAC} true ${kind}`),
].join('\n');
const account = { kind: 'ServiceAccount', name: 'keda-operator', namespace: 'keda' };
const binding = (kind: string, role: string, name: string, namespace?: string) => ({
  apiVersion: RBAC,
  kind,
  metadata: { name, namespace },
  roleRef: { kind: role, name },
  subjects: [account],
});
const role = (kind: string, rules: object[], name: string, namespace?: string) => ({
  apiVersion: RBAC,
  kind,
  metadata: { name, namespace },
  rules,
});
const SCALE = { apiGroups: ['apps'], resources: ['deployments/scale'], verbs: ['get', 'update'] };
const UPSTREAM = [
  role(
    'ClusterRole',
    [
      { apiGroups: ['*'], resources: ['*/scale'], verbs: ['get', 'update'] },
      { apiGroups: ['batch'], resources: ['jobs'], verbs: ['*'] },
    ],
    'keda-operator',
  ),
  binding('ClusterRoleBinding', 'ClusterRole', 'keda-operator'),
];
const inNamespace = (namespace: string) => [
  role('Role', [SCALE], 'keda-operator', namespace),
  binding('RoleBinding', 'Role', 'keda-operator', namespace),
];
const THEIRS = [
  {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name: 'web', namespace: 'theirs' },
    spec: { scaleTargetRef: { name: 'web' } },
  },
  { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledJob', metadata: { name: 'mail', namespace: 'theirs' }, spec: {} },
];
const OURS = {
  ...THEIRS[0],
  metadata: { name: 'fn-cart', namespace: 'fn-shop' },
};

let cluster: FakeCluster;
beforeEach(() => {
  cluster = new FakeCluster();
  putInstallation(cluster);
  const put = (file: string, objects: object[]) =>
    cluster.put(`dist/production/${file}`, objects.map((object) => stringify(object)).join('---\n'));
  put('keda/roles.yaml', [
    role('ClusterRole', [], 'keda-operator'),
    binding('ClusterRoleBinding', 'ClusterRole', 'keda-operator'),
  ]);
  put('functions/shop/roles.yaml', inNamespace('fn-shop'));
  cluster.answer('api-resources*', KINDS);
  cluster.answer('*caBundle*', 'abc');
});
afterEach(() => rmSync(cluster.root, { recursive: true }));

function clusterHas(scaled: object[], roles: object[]): void {
  cluster.answer('get ScaledObject.keda.sh,ScaledJob.keda.sh *', JSON.stringify({ items: scaled }));
  cluster.answer('get ClusterRole.rbac*', JSON.stringify({ items: roles }));
  cluster.has({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'fn-shop' } });
}

test.each(['install', 'adopt'])('%s stops before what others have is scaled no more', (command) => {
  clusterHas([...THEIRS, OURS], UPSTREAM);
  const { status, stderr } = cluster.run(command);
  expect(stderr.trim().split('\n')).toEqual([
    'error: ScaledObject theirs/web: KEDA could no longer update deployments.apps/scale in theirs',
    'error: ScaledJob theirs/mail: KEDA could no longer create jobs.batch in theirs',
    'error: nothing was changed; allowed: their namespaces in platform.serves, or platform.rbac: upstream; then npm run synth',
  ]);
  expect(status).toBe(1);
  expect(cluster.calls('apply', 'replace', 'create', 'patch')).toEqual([]);
});

test('what a role of others grants stays granted', () => {
  clusterHas([THEIRS[0]!, OURS], [...UPSTREAM, ...inNamespace('theirs')]);
  expect(cluster.run('install')).toMatchObject({ status: 0, stderr: '' });
});

test('what KEDA may not scale now is no loss', () => {
  clusterHas(THEIRS, []);
  expect(cluster.run('install')).toMatchObject({ status: 0, stderr: '' });
});

test('a folder without KEDA takes nothing away', () => {
  clusterHas(THEIRS, UPSTREAM);
  rmSync(`${cluster.root}/dist/production/keda/keda.yaml`);
  expect(cluster.run('install')).toMatchObject({ status: 0, stderr: '' });
});

test.each(['install', 'adopt'])('%s applies roles of namespaces before those of KEDA become less', (command) => {
  clusterHas([OURS], UPSTREAM);
  expect(cluster.run(command).status).toBe(0);
  const calls = cluster.calls('apply');
  const at = (text: string) => calls.findIndex((call) => call.includes(text));
  expect(at('kind: RoleBinding')).toBeGreaterThan(-1);
  expect(at('kind: RoleBinding')).toBeLessThan(at('kind: ClusterRole '));
});
