import { rmSync } from 'node:fs';
import { API_RESOURCES, FakeCluster, putInstallation } from './kubectl';

jest.setTimeout(60_000);
const CHANGING = ['install', 'adopt', 'uninstall', 'dry-run'];
const CHANGES = ['apply', 'create', 'delete', 'patch', 'scale'];

let cluster: FakeCluster;
beforeEach(() => {
  cluster = new FakeCluster();
  putInstallation(cluster);
  cluster.answer('api-resources*', API_RESOURCES);
  cluster.answer('*caBundle*', 'abc');
  cluster.answer('get --ignore-not-found -o name -f*', 'a\n', 'delete --ignore-not-found --timeout=180s -f');
  cluster.has({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'fn-cart', namespace: 'fn-shop' },
    spec: { selector: { matchLabels: { app: 'fn-cart' } } },
  });
});
afterEach(() => rmSync(cluster.root, { recursive: true }));

test.each(CHANGING)('%s stays with its cluster when another context becomes the current one', (script) => {
  // the first thing that is asked of the cluster makes a switch elsewhere
  cluster.put('bin/on-version', 'echo there >../kubeconfig\n');
  const { stdout } = cluster.run(script);
  expect(stdout).toMatch(/^cluster: context here, server https:\/\/here.example\n/);
  const contexts = cluster.contexts();
  expect(contexts.length).toBeGreaterThan(5);
  expect(contexts.filter((line) => CHANGES.includes(line.split(' ')[0] as string)).length).toBeGreaterThan(0);
  for (const line of contexts) expect(line).toMatch(/^[a-z-]+ 600 here$/);
});

test.each(CHANGING)('%s asks, and changes nothing where nobody can say yes', (script) => {
  const { status, stdout, stderr } = cluster.runAsked(script);
  expect([status, stderr]).toEqual([1, 'error: nothing was changed, for nobody can be asked here; allowed: --yes\n']);
  expect(stdout).toMatch(/^cluster: context here, server https:\/\/here.example\n/);
  expect(cluster.calls(...CHANGES)).toEqual([]);
});

test.each(CHANGING)('%s on a terminal does what it is told', (script) => {
  const refused = cluster.runOnTerminal('no', script);
  expect(refused.status).toBe(1);
  expect(refused.stdout).toMatch(/: context here, server https:\/\/here.example\r?\n[\s\S]*error: nothing was changed/);
  expect(cluster.calls(...CHANGES)).toEqual([]);
  cluster.runOnTerminal('yes', script);
  expect(cluster.calls(...CHANGES).length).toBeGreaterThan(0);
});

test('another context than the current one', () => {
  const { status, stdout } = cluster.run('install', '--context', 'eu 2');
  expect([status, stdout.split('\n')[0]]).toEqual([0, 'cluster: context eu 2, server https://eu 2.example']);
  for (const line of cluster.contexts()) expect(line).toMatch(/ 600 eu 2$/);
});

test('in a pod without a kubeconfig it is the cluster of the pod, even if a kubeconfig appears', () => {
  cluster.put('kubeconfig', '');
  cluster.put('bin/on-version', 'echo there >../kubeconfig\n');
  Object.assign(cluster.env, { KUBERNETES_SERVICE_HOST: '10.0.0.1', KUBERNETES_SERVICE_PORT: '443' });
  const { status, stdout } = cluster.run('install');
  expect([status, stdout.split('\n')[0]]).toEqual([0, 'cluster: the cluster of this pod, server https://10.0.0.1:443']);
  for (const line of cluster.contexts()) expect(line).toMatch(/^[a-z-]+ 600 ?$/);
});

test('without a cluster that is chosen nothing is asked', () => {
  cluster.put('kubeconfig', '');
  Object.assign(cluster.env, { KUBERNETES_SERVICE_HOST: '' });
  const { status, stderr } = cluster.run('install');
  expect([status, stderr]).toEqual([
    1,
    'error: no cluster is chosen: error: current-context must exist in order to minify; allowed: a KUBECONFIG with a current context, or --context NAME\n',
  ]);
  expect(cluster.contexts()).toEqual([]);
});

test.each(CHANGING)('what the cluster and the kubeconfig say cannot command the terminal (%s)', (script) => {
  cluster.put('kubeconfig', 'a\u001b[2Jb');
  cluster.put('bin/on-get', "printf 'Warning: \\033[2J\\302\\233healthy\\342\\200\\256\\n' >&2\n");
  const { stdout, stderr } = cluster.run(script);
  expect(stdout).toMatch(/^cluster: context a\\u001b\[2Jb, /);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
});

test('a complaint of the cluster is shown with its control characters as text', () => {
  cluster.put('bin/on-apply', "printf 'denied by \\033]0;x\\007hook\\n' >&2; exit 1\n");
  expect(cluster.run('install').stderr).toContain('denied by \\u001b]0;x\\u0007hook\n');
});

test('a field manager is shown so, too', () => {
  cluster.has({});
  cluster.answer('nothing', '');
  const managedFields = [
    { manager: 'kubectl' },
    { manager: 'a\u001bb', operation: 'Update', fieldsV1: { 'f:spec': {} } },
  ];
  rmSync(`${cluster.root}/bin/answers`, { recursive: true });
  cluster.answer('api-resources*', API_RESOURCES);
  cluster.has({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'fn-cart', namespace: 'fn-shop', managedFields },
  });
  expect(cluster.run('adopt').stderr).toContain('error: "a\\u001bb" owns fields of Service fn-shop/fn-cart\n');
});
