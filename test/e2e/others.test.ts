import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { Environment, KedaPlatform, toFiles, writeFiles } from '../../lib';
import { kubectl, waitUntil } from './cluster';
import { command, refusal } from './commands';
import { addMarks, createAs, helmRecord } from './predecessor';

// A cluster where another metrics adapter's release owns an APIService and a ClusterRole of the same names.
const MINUTE = 60_000;
const root = mkdtempSync(join(tmpdir(), 'others-'));
const folder = join(root, 'e2e');

const chart = { name: 'datadog', version: '3.1.0' };
const API = 'v1beta1.external.metrics.k8s.io';
const theirs = [`apiservice/${API}`, 'clusterrole/keda-operator'];
/** The whole of their objects, with who wrote what, and when. */
const state = () => kubectl('get', ...theirs, '-o', 'json', '--show-managed-fields');
let before: string;

beforeAll(async () => {
  const environment = new Environment(new App(), 'e2e', { domain: 'fn.test' });
  new KedaPlatform(environment, 'keda');
  writeFiles(root, toFiles(environment.node.root as App));
  command('uninstall', '--all', folder);
  kubectl('create', 'namespace', 'datadog');
  const adapter = {
    apiVersion: 'apiregistration.k8s.io/v1',
    kind: 'APIService',
    metadata: { name: API },
    spec: {
      group: 'external.metrics.k8s.io',
      version: 'v1beta1',
      groupPriorityMinimum: 100,
      versionPriority: 100,
      insecureSkipTLSVerify: true,
      service: { namespace: 'datadog', name: 'datadog-cluster-agent-metrics-api', port: 8443 },
    },
  };
  const role = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'keda-operator' },
    rules: [{ apiGroups: [''], resources: ['nodes'], verbs: ['get'] }],
  };
  for (const object of [adapter, role]) addMarks(object, 'datadog', 'datadog', chart);
  createAs('helm', [adapter, role, helmRecord('datadog', 'datadog', chart)]);
  const available = '{.status.conditions[?(@.type=="Available")].status}';
  await waitUntil('the API server has looked at the API', 60, () =>
    kubectl('get', 'apiservice', API, '-o', `jsonpath=${available}`).includes('False'),
  );
  before = state();
}, 6 * MINUTE);
afterAll(() => {
  rmSync(root, { recursive: true });
  kubectl('delete', ...theirs);
  kubectl('delete', 'namespace', 'datadog');
}, 2 * MINUTE);

test.each([
  ['install', ['--force-conflicts']],
  ['adopt', []],
  ['uninstall', ['--all', '--force-finalizers']],
])(
  '%s leaves them as they are, to the byte, and changes nothing else',
  (name, flags) => {
    const said = refusal(name, ...flags, folder);
    const owner = 'belongs to Helm release "datadog" (namespace datadog)';
    expect(said).toContain(`error: APIService ${API} ${owner}, and leads to Service datadog/`);
    expect(said).toContain(`error: ClusterRole keda-operator ${owner}\n`);
    expect(said).toContain('two adapters cannot share the API of external metrics');
    expect(said).not.toMatch(/force-conflicts|delete secret/);
    expect(state()).toBe(before);
    const kinds =
      'crd,namespaces,apiservices,validatingwebhookconfigurations,clusterroles,clusterrolebindings,rolebindings,services,deployments';
    const ours = kubectl('get', kinds, '-A', '-o', 'name')
      .split('\n')
      .filter((name) => /keda|external.metrics/.test(name));
    expect(ours.sort()).toEqual([
      `apiservice.apiregistration.k8s.io/${API}`,
      'clusterrole.rbac.authorization.k8s.io/keda-operator',
    ]);
  },
  2 * MINUTE,
);

test('the release lives: it is not left of anything', () => {
  expect(command('uninstall', '--keep-others', folder)).toMatch(
    /^cluster: context \S+, server https:.*\nleft alone: .*\nleft alone: .*\nnothing of .* is there\n$/,
  );
  expect(state()).toBe(before);
  expect(kubectl('get', 'secrets', '-n', 'datadog', '-o', 'name')).toContain('sh.helm.release.v1.datadog.v1');
});

test('doctor says whose the API is, and does not say how to take it', () => {
  const main = join(__dirname, '../../cli/main.ts');
  const tsx = join(__dirname, '../../node_modules/tsx/dist/cli.mjs');
  const { status, stdout } = spawnSync(process.execPath, [tsx, main, 'doctor', '--dist', root, '--output', 'json'], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  const found = JSON.parse(stdout).findings.find(({ check }: { check: string }) => check === 'api-service');
  expect(found.evidence.join('\n')).toContain('Helm release "datadog" (namespace datadog)');
  expect(found.evidence.join('\n')).toContain('two adapters cannot share');
  expect(found.fix).not.toMatch(/force-conflicts/);
  expect(state()).toBe(before);
});
