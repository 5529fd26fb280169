import { rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { API_RESOURCES, FakeCluster, manifest, putInstallation } from './kubectl';

interface Entry {
  readonly manager: string;
  readonly operation: string;
  readonly subresource?: string;
  readonly fieldsV1: object;
}
const entry = (manager: string, fieldsV1: object, operation = 'Update', subresource?: string): Entry => ({
  manager,
  operation,
  fieldsV1,
  ...(subresource && { subresource }),
});
const REPLICAS = { 'f:spec': { 'f:replicas': {}, 'f:template': { 'f:spec': { 'f:dnsPolicy': {} } } } };

jest.setTimeout(60_000);
let cluster: FakeCluster;
/** Makes the function's Deployment exist, with its owners and its selector. */
function live(managedFields: Entry[], matchLabels: object = { app: 'fn-cart' }): void {
  const object = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'fn-cart',
      namespace: 'fn-shop',
      resourceVersion: '7',
      annotations: { 'meta.helm.sh/release-name': 'shop' },
      labels: { 'helm.sh/chart': 'keda-2.21.0' },
      managedFields,
    },
    spec: { selector: { matchLabels } },
  };
  cluster.has(object);
}
/** What is written over the managed fields. */
function written(): Entry[] {
  const [call, ...others] = cluster.calls('patch');
  expect(others).toEqual([]);
  expect(call).toMatch(/^patch Deployment\.v1\.apps fn-cart -n fn-shop --type=json -p /);
  const [condition, change] = JSON.parse(call?.slice(call.indexOf('[')) as string);
  expect(condition).toEqual({ op: 'test', path: '/metadata/resourceVersion', value: '7' });
  return change.value;
}

beforeEach(() => {
  cluster = new FakeCluster();
  putInstallation(cluster);
  cluster.answer('api-resources --no-headers', API_RESOURCES);
  cluster.answer('*caBundle*', 'abc');
});
afterEach(() => rmSync(cluster.root, { recursive: true }));

test("the predecessors' fields become ours, but for the number of pods, and controllers keep theirs", () => {
  const kept = [
    entry('kube-controller-manager', { 'f:status': {} }, 'Update', 'status'),
    entry('keda', { 'f:metadata': { 'f:finalizers': {} } }),
    entry('helm', { 'f:spec': { 'f:replicas': {} } }, 'Update', 'scale'),
  ];
  live([
    entry('kubectl', { 'f:metadata': { 'f:labels': { 'f:app': {} } } }, 'Apply'),
    entry('helm', REPLICAS),
    entry('kubectl-edit', { 'f:spec': { 'f:paused': {} }, 'f:status': {} }),
    ...kept,
  ]);
  const { status, stdout } = cluster.run('adopt');
  expect(status).toBe(0);
  expect(stdout).toContain('to create: 12 objects\nto take over: 1 objects, from helm (1), kubectl-edit (1)\n');
  expect(stdout).toContain('taken over: 1 objects\n');
  expect(written()).toEqual([
    ...kept,
    {
      manager: 'kubectl',
      operation: 'Apply',
      fieldsV1: {
        'f:metadata': { 'f:labels': { 'f:app': {} } },
        'f:spec': { 'f:template': { 'f:spec': { 'f:dnsPolicy': {} } }, 'f:paused': {} },
      },
    },
  ]);
});

test('another owner of the fields can be named, for both the take-over and the apply', () => {
  live([entry('helm', REPLICAS)]);
  expect(cluster.run('adopt', '--field-manager', 'argocd-controller').status).toBe(0);
  expect(written()).toMatchObject([{ manager: 'argocd-controller', operation: 'Apply' }]);
  const calls = cluster.calls('apply');
  expect(calls.length).toBeGreaterThan(3);
  for (const call of calls) expect(call).toContain('--force-conflicts --field-manager=argocd-controller ');
});

test('what is taken over once is left alone', () => {
  live([entry('kubectl', REPLICAS, 'Apply')]);
  expect(cluster.run('adopt').stdout).toContain('taken over: 0 objects\n');
  expect(cluster.calls('patch')).toEqual([]);
});

test('an unknown owner of fields is a question', () => {
  live([entry('our-portal', REPLICAS)]);
  const { status, stderr } = cluster.run('adopt');
  expect([status, stderr]).toEqual([
    1,
    'error: "our-portal" owns fields of Deployment fn-shop/fn-cart\n' +
      'error: nothing was changed; allowed for field managers: --from NAME takes their fields over, --leave NAME lets them keep them\n',
  ]);
  expect(cluster.calls('patch', 'apply', 'create')).toEqual([]);
  expect(cluster.run('adopt', '--leave', 'our-portal').status).toBe(0);
  expect(cluster.calls('patch')).toEqual([]);
  expect(cluster.run('adopt', '--from', 'x,our-portal').status).toBe(0);
  expect(written()).toMatchObject([{ manager: 'kubectl' }]);
});

test('a dry run changes nothing', () => {
  live([entry('helm', REPLICAS)], { app: 'other' });
  const { status, stdout } = cluster.run('adopt', '--dry-run');
  expect(status).toBe(0);
  expect(stdout).toContain('to recreate: Deployment fn-shop/fn-cart');
  expect(cluster.calls('patch', 'apply', 'create', 'delete', 'scale')).toEqual([]);
});

test('rules that may refuse the old pods come after the new pods', () => {
  live([]);
  cluster.run('adopt');
  expect(cluster.calls('apply', 'rollout')).toEqual([
    'apply --server-side --force-conflicts --field-manager=kubectl -f selected.yaml 2 kind: CustomResourceDefinition',
    expect.stringMatching(/ 1 kind: APIService 1 kind: Deployment 1 kind: ScaledObject 1 kind: Validating/),
    'rollout status -n keda Deployment.apps/keda-operator --timeout=300s',
    expect.stringMatching(/ 2 kind: Deployment 1 kind: ScaledObject 1 kind: Service$/),
    'rollout status -n edge Deployment.apps/cloudflared --timeout=300s',
    'rollout status -n fn-shop Deployment.apps/fn-cart --timeout=300s',
    expect.stringMatching(/ 2 kind: Namespace 1 kind: NetworkPolicy$/),
  ]);
});

test('a Deployment with another selector is recreated around its pods', () => {
  live([], { app: 'fn-cart', old: 'yes' });
  cluster.answer('get deployment -n fn-shop fn-cart*replicas*', '3');
  cluster.answer('get deployment -n fn-shop fn-cart*uid*', 'u-1');
  cluster.answer('get replicasets -n fn-shop*u-1*', 'fn-shop fn-cart-abc\n');
  const { status, stdout } = cluster.run('adopt');
  expect(status).toBe(0);
  expect(stdout).toContain('  from app=fn-cart,old=yes\n  to   app=fn-cart\n');
  const calls = cluster.calls('delete', 'apply', 'scale', 'rollout').map((call) => call.split(' -f ')[0]);
  const from = calls.indexOf('delete deployment -n fn-shop fn-cart --cascade=orphan');
  expect(calls.slice(from)).toEqual([
    'delete deployment -n fn-shop fn-cart --cascade=orphan',
    'apply --server-side --force-conflicts --field-manager=kubectl',
    'scale deployment -n fn-shop fn-cart --replicas=3',
    'rollout status deployment -n fn-shop fn-cart --timeout=300s',
    'apply --server-side --force-conflicts --field-manager=kubectl',
    'rollout status -n edge Deployment.apps/cloudflared --timeout=300s',
    'rollout status -n fn-shop Deployment.apps/fn-cart --timeout=300s',
    'delete replicaset -n fn-shop fn-cart-abc',
    'apply --server-side --force-conflicts --field-manager=kubectl',
  ]);
});

test('what would be two scalers of one Deployment is refused', () => {
  cluster.put(
    'dist/production/functions/shop/routed.yaml',
    manifest('http.keda.sh/v1beta1', 'InterceptorRoute', 'fn-routed', 'fn-shop'),
  );
  live([]);
  cluster.answer('get httpscaledobject fn-routed -n fn-shop*', 'HTTPScaledObject ');
  const { status, stderr } = cluster.run('adopt');
  expect(status).toBe(1);
  expect(stderr).toContain('allowed: scaler: httpScaledObject');
  expect(cluster.calls('patch', 'apply')).toEqual([]);
});

test("what carries a function's request rate is not a scaler", () => {
  cluster.put(
    'dist/production/functions/shop/routed.yaml',
    manifest('http.keda.sh/v1beta1', 'InterceptorRoute', 'fn-routed', 'fn-shop'),
  );
  live([]);
  cluster.answer('get httpscaledobject fn-routed -n fn-shop*', 'HTTPScaledObject true');
  expect(cluster.run('adopt').stderr).not.toContain('two scalers');
});

/** Helm's record of a release, packed as Helm packs it. */
const record = (name: string, chart: string) => {
  const packed = gzipSync(JSON.stringify({ chart: { metadata: { name: chart } } })).toString('base64');
  return { metadata: { labels: { name } }, data: { release: Buffer.from(packed).toString('base64') } };
};
const records = (namespace: string, ...items: object[]) =>
  cluster.answer(`get secrets -n ${namespace} -l owner=helm,status!=superseded -o json`, JSON.stringify({ items }));

test('names what is left of the releases that the objects came from, and of no other release', () => {
  live([]);
  cluster.answer('api-resources --verbs=list*', 'pods\nconfigmaps\nevents');
  cluster.answer(
    'get pods,configmaps -A*',
    [
      'fn-shop/shop ConfigMap fn-shop/notes -',
      'fn-shop/shop ReplicaSet fn-shop/fn-cart-abc -Deployment',
      'fn-shop/shop ClusterRole /reader -',
      ' Pod keda/x -',
      'other/shop ConfigMap a/b -',
      'keda/datadog ConfigMap keda/agent -',
    ].join('\n'),
  );
  // the same name in another namespace, and a living release in a namespace of the folder
  records('fn-shop', record('shop', 'shop'));
  records('keda', record('datadog', 'datadog'), record('old', 'keda'));
  const { status, stdout } = cluster.run('adopt');
  expect(status).toBe(0);
  expect(stdout).toContain(
    [
      'left of release shop, not in the folder: ConfigMap fn-shop/notes',
      'left of release shop, not in the folder: ClusterRole reader',
      "left of release shop: Helm's record of it, with which `helm uninstall` would delete what is adopted; delete the record:",
      '  kubectl --context=here delete secret -n fn-shop -l owner=helm,name=shop',
      "left of release old: Helm's record of it, with which `helm uninstall` would delete what is adopted; delete the record:",
      '  kubectl --context=here delete secret -n keda -l owner=helm,name=old',
      'adopted: dist/production\n',
    ].join('\n'),
  );
  expect(stdout).not.toMatch(/datadog|agent|a\/b/);
});

test('the command that it prints is quoted', () => {
  cluster.put('kubeconfig', "o'brien; rm -rf /");
  live([]);
  records('fn-shop', record('shop', 'shop'));
  expect(cluster.run('adopt').stdout).toContain(
    "kubectl '--context=o'\\''brien; rm -rf /' delete secret -n fn-shop -l owner=helm,name=shop\n",
  );
});

test('a chart that has KEDA inside is not KEDA', () => {
  live([]);
  cluster.answer(
    'get secrets -n fn-shop -l owner=helm,status!=superseded,name=shop -o json',
    JSON.stringify({ items: [record('shop', 'platform')] }),
  );
  const { status, stderr } = cluster.run('adopt');
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^error: Deployment fn-shop\/fn-cart belongs to Helm release "shop" \(namespace fn-shop\)\n/),
  ]);
});

test('what is shared with Argo CD is neither taken nor replaced', () => {
  cluster.put('dist/production/gitops/argocd-cm.yaml', manifest('v1', 'ConfigMap', 'argocd-cm', 'argocd'));
  live([]);
  expect(cluster.run('adopt').stdout).toContain(
    'left alone, for it is shared with its owner: argocd ConfigMap/argocd-cm\n',
  );
  expect(cluster.calls('apply').join()).not.toContain('ConfigMap');
});

test('where nothing runs there is nothing to adopt', () => {
  const { status, stderr } = cluster.run('adopt');
  expect(status).toBe(1);
  expect(stderr).toBe('error: nothing of dist/production is there to adopt; allowed: install\n');
});

test.each(['--from', '--leave', '--field-manager'])('%s needs a name', (flag) => {
  expect(cluster.run('adopt', flag)).toMatchObject({ status: 2, stderr: expect.stringMatching(/argument missing/) });
  expect(cluster.run('adopt', flag, '--dry-run').stderr).toContain('It needs a name.');
});
