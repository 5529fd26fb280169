import { diagnose } from '../../../cli/doctor/diagnose';
import { Desired } from '../../../cli/doctor/model/desired';
import { parseManifests } from '../../../cli/doctor/read/manifests';
import { Rbac } from '../../../lib';
import { files, World } from './world';

let world: World;
beforeEach(() => {
  world = new World(['a', 'b', 'c'], undefined, { rbac: Rbac.FUNCTIONS });
});

/** What is found, worst first. */
const found = () => world.findings().map(({ check, severity, subject, cause }) => [severity, check, subject, cause]);
const [OPERATOR, ADD_ON] = ['ServiceAccount keda/keda-operator', 'ServiceAccount keda/keda-add-ons-http'];
const ready = { conditions: [{ type: 'Ready', status: 'True', reason: '', message: '' }] };
const other = (spec: object = {}) => ({
  metadata: { name: 'theirs', namespace: 'other' },
  spec: { scaleTargetRef: { name: 'web', ...spec } },
  status: ready,
});
const failing = (where?: string) => {
  for (const object of world
    .all('ScaledObject')
    .filter(({ metadata }) => [metadata.namespace, undefined].includes(where)))
    object.status = { conditions: [{ type: 'Ready', status: 'False', reason: '', message: 'is forbidden' }] };
};

test.each([
  ['Role', 'fn-p', 'keda-operator', OPERATOR, /^it may not create events in fn-p, and \d+ more$/],
  ['RoleBinding', 'fn-p', 'keda-operator', OPERATOR, /^it may not create events in fn-p, and \d+ more$/],
  ['Role', 'fn-p', 'keda-add-ons-http', ADD_ON, /interceptorroutes.http.keda.sh\/status in fn-p/],
  ['ClusterRole', undefined, 'keda-operator', OPERATOR, /^it may not get configmaps, and \d+ more$/],
  ['ClusterRoleBinding', undefined, 'keda-operator', OPERATOR, /^it may not get configmaps, and \d+ more$/],
  [
    'RoleBinding',
    'keda',
    'keda-operator-certs',
    OPERATOR,
    /^it may not create leases.coordination.k8s.io in keda, and \d+ more$/,
  ],
] as const)('%s %s/%s that is not there', (kind, namespace, name, subject, cause) => {
  world.remove(kind, namespace, name);
  if (name !== 'keda-operator-certs') failing(namespace);
  expect(found()).toEqual([['error', 'rights', subject, expect.stringMatching(cause)]]);
  const [{ evidence, fix }] = world.findings() as [ReturnType<World['findings']>[number]];
  expect(evidence[0]).toBe(`${kind} ${namespace ? `${namespace}/` : ''}${name} is not in the cluster`);
  expect(fix).toMatch(/^kubectl apply --server-side --force-conflicts -f dist\/test\//);
});

test('a Role from which one right was taken', () => {
  const role = world.get('Role', 'fn-p', 'keda-operator');
  role.rules = role.rules!.filter(({ resources }) => resources?.[0] !== 'deployments/scale');
  expect(found()).toEqual([['error', 'rights', OPERATOR, 'it may not get deployments.apps/scale in fn-p, and 1 more']]);
  expect(world.findings()[0]).toMatchObject({
    evidence: ['Role fn-p/keda-operator is less than dist declares', 'update deployments.apps/scale in fn-p'],
    explains: world.all('ScaledObject').filter(({ metadata }) => metadata.namespace === 'fn-p').length,
  });
});

test('a binding to a role of Kubernetes itself', () => {
  world.remove('RoleBinding', 'kube-system', 'keda-operator-auth-reader');
  expect(found()).toEqual([
    [
      'error',
      'rights',
      'ServiceAccount keda/keda-metrics-server',
      'it is not bound to Role extension-apiserver-authentication-reader',
    ],
  ]);
});

test('it does not matter what grants a right', () => {
  world.remove('Role', 'fn-p', 'keda-operator');
  world.add('ClusterRole', {
    metadata: { name: 'all' },
    rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
  });
  world.add('ClusterRoleBinding', {
    metadata: { name: 'all' },
    roleRef: { kind: 'ClusterRole', name: 'all' },
    subjects: [{ kind: 'Group', name: 'system:serviceaccounts:keda' }],
  });
  expect(found()).toEqual([]);
});

test('a ScaledObject of others whose target KEDA may not scale', () => {
  world.add('ScaledObject', other());
  expect(found()).toEqual([
    [
      'warning',
      'target-rights',
      'ScaledObject other/theirs',
      'KEDA may not update deployments.apps/scale in other: its Deployment web stays as it is',
    ],
  ]);
  expect(world.findings()[0]!.fix).toBe('name other in platform.serves of environments/test.yaml, then: npm run synth');
});

test('nor what an environment has whose KEDA another one brings', () => {
  world.remove('Role', 'fn-p', 'keda-operator');
  const own = Object.entries(files(undefined, undefined, { rbac: Rbac.UPSTREAM })).filter(
    ([file]) => !file.includes('/keda/'),
  );
  const desired = new Desired(
    'staging',
    own.flatMap(([file, text]) => parseManifests(`dist/${file}`, text)),
  );
  const { live } = world.snapshot();
  const findings = diagnose(world.snapshot(desired.withInstalled(live)));
  expect(findings.map(({ check, severity, fix }) => [check, severity, fix])).toContainEqual([
    'target-rights',
    'error',
    'name fn-p in platform.serves of the environment that brings KEDA, then: npm run synth',
  ]);
});

test('nor a target of a kind of others', () => {
  world.add('ScaledObject', other({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' }));
  expect(found()[0]![3]).toMatch(/^KEDA may not update rollouts.argoproj.io\/scale in other/);
});

test.each([
  ['upstream', { rbac: Rbac.UPSTREAM }],
  ['serves', { rbac: Rbac.FUNCTIONS, serves: [{ namespace: 'other' }] }],
])('with %s it may', (_, props) => {
  world = new World(['a', 'b', 'c'], undefined, props);
  world.add('ScaledObject', other());
  expect(found()).toEqual([]);
});
