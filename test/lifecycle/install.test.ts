import { rmSync } from 'node:fs';
import { API_RESOURCES, FakeCluster, manifest, putInstallation } from './kubectl';

jest.setTimeout(60_000);
let cluster: FakeCluster;
beforeEach(() => {
  cluster = new FakeCluster();
  putInstallation(cluster);
  cluster.answer('api-resources*', API_RESOURCES);
  cluster.answer('*caBundle*', 'abc');
});
afterEach(() => rmSync(cluster.root, { recursive: true }));

const APPLY = 'apply --server-side';

test('applies CRDs, namespaces, the platform, what is around it, functions, and waits between them', () => {
  const { status, stdout, stderr } = cluster.run('install');
  expect([status, stderr]).toEqual([0, '']);
  expect(cluster.calls('apply', 'wait', 'rollout')).toEqual([
    `${APPLY} -f selected.yaml 2 kind: CustomResourceDefinition`,
    'wait --for=condition=Established --timeout=10s -f selected.yaml',
    `${APPLY} -f selected.yaml 2 kind: Namespace`,
    `${APPLY} -f selected.yaml 1 kind: APIService 1 kind: Deployment 1 kind: ScaledObject 1 kind: ValidatingWebhookConfiguration`,
    'rollout status -n keda Deployment.apps/keda-operator --timeout=300s',
    'wait --for=condition=Available --timeout=120s APIService.apiregistration.k8s.io/v1beta1.external.metrics.k8s.io',
    `${APPLY} -f selected.yaml 1 kind: Deployment`,
    `${APPLY} -f selected.yaml 1 kind: Deployment 1 kind: NetworkPolicy 1 kind: ScaledObject 1 kind: Service`,
  ]);
  expect(stdout.trim().split('\n')).toEqual([
    'cluster: context here, server https://here.example',
    'applied: CRDs, 2 objects',
    'applied: namespaces, 2 objects',
    'applied: platform, 4 objects',
    'ready: Deployments, certificates and APIs of the platform',
    'applied: around the platform, 1 objects',
    'applied: functions, 4 objects',
  ]);
});

test('a conflict is forced only on demand', () => {
  cluster.run('install', '--force-conflicts', 'dist/production/');
  const calls = cluster.calls('apply');
  expect(calls).toHaveLength(5);
  for (const call of calls) expect(call).toContain(`${APPLY} --force-conflicts -f`);
});

test('a kind that the cluster lacks is told before anything is applied, or left out on demand', () => {
  cluster.put(
    'dist/production/monitoring/keda.yaml',
    manifest('monitoring.coreos.com/v1', 'PodMonitor', 'keda', 'keda'),
  );
  const refused = cluster.run('install');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toBe(
    'error: dist/production/monitoring/keda.yaml: the cluster has no kind PodMonitor (monitoring.coreos.com)\n' +
      'error: nothing was changed; allowed: install what these kinds belong to first, or --skip-unknown-kinds\n',
  );
  expect(cluster.calls('apply')).toEqual([]);
  const skipped = cluster.run('install', '--skip-unknown-kinds');
  expect(skipped.status).toBe(0);
  expect(skipped.stdout).toContain('skipped: dist/production/monitoring/keda.yaml: the cluster has no kind PodMonitor');
  expect(cluster.calls('apply').join()).not.toContain('PodMonitor');
});

test.each([
  [['--nope'], "unknown option '--nope'"],
  [['--context', '--yes'], "option '--context <name>' argument '--yes' is invalid. It needs a name."],
  [['a', 'b'], "too many arguments for 'install'. Expected 1 argument but got 2."],
  [['nowhere'], 'nowhere: is not a folder; allowed: what synth wrote, such as dist/production'],
  [['bin'], 'bin: holds no YAML; allowed: what synth wrote, such as dist/production'],
])('%j is refused', (args, message) => {
  expect(cluster.run('install', ...args)).toMatchObject({ status: 2, stderr: `error: ${message}\n` });
  expect(cluster.calls('apply')).toEqual([]);
});

test('an object without a kind is told', () => {
  cluster.put('dist/production/edge/broken.yaml', 'apiVersion: v1\nmetadata: {}\n');
  expect(cluster.run('install').stderr).toBe('error: edge/broken.yaml: holds an object without a kind\n');
});
