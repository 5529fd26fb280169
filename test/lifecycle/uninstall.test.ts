import { rmSync } from 'node:fs';
import { API_RESOURCES, FakeCluster, manifest, putInstallation } from './kubectl';

jest.setTimeout(60_000);
let cluster: FakeCluster;
const FIRST_DELETE = 'delete --ignore-not-found --timeout=180s --wait=false';

beforeEach(() => {
  cluster = new FakeCluster();
  putInstallation(cluster);
  cluster.answer('api-resources*', API_RESOURCES);
  cluster.answer(
    'get --ignore-not-found -o jsonpath={.metadata.name} *scaledobjects.keda.sh',
    'scaledobjects.keda.sh ',
  );
  cluster.answer('get --ignore-not-found -o jsonpath={.metadata.name} *Namespace/fn-shop', 'fn-shop ');
  cluster.answer('get crd -o jsonpath=*kind*', 'ScaledObject.keda.sh scaledobjects.keda.sh\n');
  cluster.answer('get crd -o jsonpath=*group*', 'keda.sh other.io ');
  cluster.answer('get --ignore-not-found -o name -f*', 'a\nb\n', 'delete --ignore-not-found --timeout=180s -f');
});
afterEach(() => rmSync(cluster.root, { recursive: true }));

/** Custom resources that are there until the first deletion, or until their finalizers are taken off. */
const customResources = (lines: string, until = FIRST_DELETE) =>
  cluster.answer('get scaledobjects.keda.sh -A*', lines.replaceAll('* ', 'scaledobjects.keda.sh '), until);
const running = () => cluster.answer('get deployment keda-operator -n keda *', '2');
const OWN = '* fn-shop/fn-cart -\n* keda/interceptor -\n* fn-shop/derived -HTTPScaledObject\n';

test('deletes custom resources while KEDA runs, then what is needed to delete the rest', () => {
  customResources(OWN);
  running();
  const { status, stdout, stderr } = cluster.run('uninstall');
  expect([status, stderr]).toEqual([0, '']);
  const deleted = 'delete --ignore-not-found --timeout=180s -f selected.yaml';
  expect(cluster.calls('delete', 'patch')).toEqual([
    `${FIRST_DELETE} -f selected.yaml 2 kind: ScaledObject`,
    `${deleted} 1 kind: APIService 1 kind: ValidatingWebhookConfiguration`,
    `${deleted} 1 kind: Deployment 1 kind: NetworkPolicy 1 kind: Service`,
    `${deleted} 1 kind: Deployment`,
    `${deleted} 1 kind: Deployment`,
    `${deleted} 2 kind: Namespace`,
    `${deleted} 2 kind: CustomResourceDefinition`,
  ]);
  expect(stdout).toContain('to delete: 2 objects of dist/production, all that is in the namespaces fn-shop\n');
  expect(stdout).toMatch(/left of dist\/production: nothing\n$/);
});

test('what is shared with Argo CD is not deleted', () => {
  cluster.put('dist/production/gitops/argocd-cm.yaml', manifest('v1', 'ConfigMap', 'argocd-cm', 'argocd'));
  customResources(OWN);
  running();
  expect(cluster.run('uninstall').status).toBe(0);
  expect(cluster.calls('delete').join()).not.toContain('ConfigMap');
});

test('what others made is not deleted without a word', () => {
  customResources(`${OWN}* theirs/queue -\n`);
  running();
  cluster.answer(
    'get deployments,*-n fn-shop*',
    'Deployment fn-shop fn-cart -\nSecret fn-shop token -\nSecret fn-shop owned -Certificate\nConfigMap fn-shop kube-root-ca.crt -\n',
  );
  const { status, stderr } = cluster.run('uninstall');
  expect([status, stderr]).toEqual([
    1,
    'error: not in the folder, and would be deleted with it: scaledobjects.keda.sh theirs/queue\n' +
      'error: not in the folder, and would be deleted with it: Secret fn-shop/token\n' +
      'error: nothing was deleted; allowed: move these away, or --all\n',
  ]);
  expect(cluster.calls('delete')).toEqual([]);
  const all = cluster.run('uninstall', '--all');
  expect(all.status).toBe(0);
  expect(all.stdout).toContain('to delete too, though not in the folder: Secret fn-shop/token\n');
  expect(cluster.calls('delete')).toContain('delete scaledobjects.keda.sh -A --all --wait=false');
});

test('the CRDs stay on demand, and with them the custom resources of others', () => {
  customResources(`${OWN}* theirs/queue -\n`);
  customResources('* theirs/queue -\n', 'nothing');
  running();
  const { status, stdout } = cluster.run('uninstall', '--keep-crds');
  expect(status).toBe(0);
  expect(stdout).toContain('stays with its CRD, and nothing acts on it any more: scaledobjects.keda.sh theirs/queue\n');
  expect(stdout).toMatch(/left of dist\/production: nothing but its CRDs\n$/);
  expect(cluster.calls('delete').join()).not.toContain('CustomResourceDefinition');
});

test('without KEDA finalizers stay, unless they are taken off on demand', () => {
  customResources(OWN, 'patch scaledobjects.keda.sh -n fn-shop derived');
  const { status, stderr } = cluster.run('uninstall');
  expect(status).toBe(1);
  expect(stderr).toContain('error: has finalizers: scaledobjects.keda.sh fn-shop/fn-cart\n');
  expect(stderr).toContain('allowed: start it (install), or --force-finalizers\n');
  expect(cluster.calls('delete')).toEqual([]);
  const forced = cluster.run('uninstall', '--force-finalizers');
  expect(forced.status).toBe(0);
  expect(forced.stdout).toContain('finalizers taken off: scaledobjects.keda.sh keda/interceptor\n');
  expect(cluster.calls('patch')).toContain(
    'patch scaledobjects.keda.sh -n fn-shop fn-cart --type=merge -p {"metadata":{"finalizers":null}}',
  );
});

test('without the CRDs the rest is still found, of which kubectl says nothing when asked for their kinds, too', () => {
  running();
  cluster.put(
    'bin/on-get',
    `if [[ $* == *' -f '* ]] && grep -q '^kind: ScaledObject' "\${@: -1}"; then echo 'no matches' >&2; exit 1; fi\n`,
  );
  const { status, stdout } = cluster.run('uninstall');
  expect([status, stdout]).toEqual([0, expect.stringContaining('to delete: 2 objects of dist/production')]);
});

test('where nothing is left there is nothing to do', () => {
  cluster.answer('delete*', '');
  cluster.run('uninstall', '--force-finalizers');
  const { status, stdout } = cluster.run('uninstall');
  expect([status, stdout]).toEqual([
    0,
    'cluster: context here, server https://here.example\nnothing of dist/production is there\n',
  ]);
});
