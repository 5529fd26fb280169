import { rmSync } from 'node:fs';
import { API_RESOURCES, FakeCluster, manifest, putInstallation } from './kubectl';

// What the cluster already has under the names of the folder, and whose it is.
jest.setTimeout(60_000);
const SCRIPTS = ['install', 'adopt', 'uninstall'];
const CHANGES = ['apply', 'create', 'delete', 'patch', 'scale'];
const MARK = { 'app.kubernetes.io/managed-by': 'cdk8s-keda-functions', 'app.kubernetes.io/part-of': 'keda-operator' };

interface Some {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: object; annotations?: object; managedFields?: object[] };
  [key: string]: unknown;
}
const object = (apiVersion: string, kind: string, name: string, metadata: object = {}, more: object = {}): Some => ({
  apiVersion,
  kind,
  metadata: { name, ...metadata },
  ...more,
});
const helm = (name: string, namespace: string, chart = '') => ({
  labels: { 'app.kubernetes.io/managed-by': 'Helm', ...(chart && { 'helm.sh/chart': chart }) },
  annotations: { 'meta.helm.sh/release-name': name, 'meta.helm.sh/release-namespace': namespace },
});
const by = (...managers: string[]) => ({
  managedFields: managers.map((manager) => ({ manager, operation: 'Update', fieldsV1: {} })),
});
const service = (namespace: string, name: string) => ({ spec: { service: { namespace, name } } });
const apiService = (metadata: object, namespace = 'keda', name = 'keda-operator-metrics-apiserver') =>
  object(
    'apiregistration.k8s.io/v1',
    'APIService',
    'v1beta1.external.metrics.k8s.io',
    metadata,
    service(namespace, name),
  );
const clusterRole = (metadata: object) =>
  object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'keda-operator', metadata);
const crd = (metadata: object, more: object = {}) =>
  object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'scaledobjects.keda.sh', metadata, more);
const webhook = (namespace: string, metadata: object = {}) =>
  object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'keda-admission', metadata, {
    webhooks: [{ clientConfig: { service: { namespace, name: 'keda-admission-webhooks' } } }],
  });
const deployment = (metadata: object) =>
  object('apps/v1', 'Deployment', 'keda-operator', { namespace: 'keda', ...metadata }, { spec: { selector: {} } });

let cluster: FakeCluster;
beforeEach(() => {
  cluster = new FakeCluster();
  putInstallation(cluster);
  const labels = `  labels:\n    app.kubernetes.io/managed-by: cdk8s-keda-functions\n    app.kubernetes.io/part-of: keda-operator\n`;
  cluster.put(
    'dist/production/keda/shared.yaml',
    [
      `${manifest('rbac.authorization.k8s.io/v1', 'ClusterRole', 'keda-operator', undefined, labels)}rules: []\n`,
      manifest('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'keda-operator', undefined, labels),
    ].join('---\n'),
  );
  cluster.put(
    'dist/production/keda/keda.yaml',
    [
      manifest('v1', 'Namespace', 'keda'),
      manifest(
        'apps/v1',
        'Deployment',
        'keda-operator',
        'keda',
        `${labels}spec:\n  selector:\n    matchLabels:\n      app: keda-operator\n`,
      ),
      manifest(
        'apiregistration.k8s.io/v1',
        'APIService',
        'v1beta1.external.metrics.k8s.io',
        undefined,
        `${labels}spec:\n  service:\n    name: keda-operator-metrics-apiserver\n    namespace: keda\n`,
      ),
      manifest(
        'admissionregistration.k8s.io/v1',
        'ValidatingWebhookConfiguration',
        'keda-admission',
        undefined,
        `${labels}webhooks:\n  - clientConfig:\n      service:\n        name: keda-admission-webhooks\n        namespace: keda\n`,
      ),
      manifest('keda.sh/v1alpha1', 'ScaledObject', 'interceptor', 'keda'),
    ].join('---\n'),
  );
  cluster.answer(
    'api-resources*',
    `${API_RESOURCES}\nclusterroles rbac.authorization.k8s.io/v1 false ClusterRole
clusterrolebindings rbac.authorization.k8s.io/v1 false ClusterRoleBinding`,
  );
  cluster.answer('*caBundle*', 'abc');
  cluster.answer('get --ignore-not-found -o name -f*', 'a\n', 'delete --ignore-not-found --timeout=180s -f');
});
afterEach(() => rmSync(cluster.root, { recursive: true }));

/** What each of the scripts says, when it refuses and changes nothing. */
function refusals(live: Some, scripts = SCRIPTS): string[] {
  cluster.has(live);
  return scripts.map((script) => {
    const { status, stderr } = cluster.run(script, ...(script === 'install' ? ['--force-conflicts'] : []));
    expect([script, status]).toEqual([script, 1]);
    expect(cluster.calls(...CHANGES)).toEqual([]);
    expect(stderr).not.toMatch(/force-conflicts|delete secret| at /);
    return stderr;
  });
}

const DATADOG = helm('datadog', 'datadog', 'datadog-3.1.0');

test('the external metrics API of another adapter stays theirs', () => {
  const live = apiService(DATADOG, 'datadog', 'datadog-cluster-agent-metrics-api');
  for (const said of refusals(live)) {
    expect(said).toBe(
      'error: APIService v1beta1.external.metrics.k8s.io belongs to Helm release "datadog" (namespace datadog), and leads to Service datadog/datadog-cluster-agent-metrics-api, not to Service keda/keda-operator-metrics-apiserver\n' +
        'error: nothing was changed; allowed for Helm release "datadog" (namespace datadog): two adapters cannot share the API of external metrics: switch theirs off in its own configuration, or use another cluster\n',
    );
  }
  // nor may somebody say that it is theirs
  expect(cluster.run('adopt', '--ours', 'helm:datadog/datadog').status).toBe(1);
});

test.each<[string, Some, RegExp]>([
  [
    'a ClusterRole of a Helm release',
    clusterRole(helm('other', 'ops')),
    /belongs to Helm release "other" \(namespace ops\)/,
  ],
  [
    'a ClusterRole of nobody known',
    clusterRole(by('kubectl-create')),
    /belongs to somebody else: it has not the label app.kubernetes.io\/part-of: keda-operator/,
  ],
  [
    'a Deployment of a Helm release',
    deployment(helm('other', 'keda', 'other-1.0.0')),
    /allowed .*; if this folder replaces that release: --ours helm:keda\/other/,
  ],
  [
    'a release that is only called keda',
    deployment(helm('keda', 'keda', 'kedalike-1.0.0')),
    /belongs to Helm release "keda"/,
  ],
  [
    'a CRD of a Helm release',
    crd(helm('other', 'ops')),
    /CustomResourceDefinition scaledobjects.keda.sh belongs to Helm release "other"/,
  ],
  [
    'a namespace of a Helm release',
    object('v1', 'Namespace', 'fn-shop', helm('tenants', 'ops')),
    /Namespace fn-shop belongs to Helm release "tenants"/,
  ],
  [
    'a webhook that leads elsewhere',
    webhook('kube-system', by('kubectl')),
    /belongs to somebody else, and leads to Service kube-system\/keda-admission-webhooks/,
  ],
  [
    'the API of KEDA in another namespace',
    apiService(by('kubectl'), 'kube-system'),
    /leads to Service kube-system\/keda-operator-metrics-apiserver/,
  ],
  [
    "an API of KEDA's release in another namespace",
    apiService(helm('keda', 'keda2', 'keda-2.21.0'), 'keda2'),
    /Helm release "keda" \(namespace keda2\), and leads to Service keda2/,
  ],
  [
    'what Argo CD tracks',
    clusterRole({ annotations: { 'argocd.argoproj.io/tracking-id': 'platform:rbac/ClusterRole:/keda-operator' } }),
    /belongs to Argo CD application "platform"\n.*--ours argocd:platform/,
  ],
  [
    'what Argo CD labels',
    deployment({ labels: { 'argocd.argoproj.io/instance': 'platform' } }),
    /Argo CD application "platform"/,
  ],
  [
    'what Flux applies',
    clusterRole({
      labels: { 'kustomize.toolkit.fluxcd.io/name': 'infra', 'kustomize.toolkit.fluxcd.io/namespace': 'flux-system' },
    }),
    /Flux Kustomization "infra" \(namespace flux-system\)\n.*--ours flux:flux-system\/infra/,
  ],
  [
    'what OLM installs',
    deployment({ labels: { 'olm.owner': 'keda.v2.20' } }),
    /Operator Lifecycle Manager "keda.v2.20"/,
  ],
  [
    "a cluster's add-on",
    deployment({ labels: { 'kubernetes.azure.com/managedby': 'aks' } }),
    /the cluster's add-on manager "aks"/,
  ],
  [
    'what another object owns',
    deployment({ ownerReferences: [{ kind: 'KedaController', name: 'keda' }] }),
    /KedaController "keda"/,
  ],
])('%s stays theirs', (what, live, message) => {
  // each case with one of the scripts: they share the check
  const script = SCRIPTS[what.length % SCRIPTS.length] as string;
  expect(refusals(live, [script])[0]).toMatch(message);
});

test.each<[string, Some]>([
  ['a Namespace', object('v1', 'Namespace', 'fn-shop', by('Terraform'))],
  [
    'a Service',
    object('v1', 'Service', 'fn-cart', { namespace: 'fn-shop', ...by('our-portal', 'kube-controller-manager') }),
  ],
])('%s that only another field manager wrote is not installed over nor deleted', (_, live) => {
  cluster.has(live);
  for (const script of ['install', 'uninstall']) {
    const { status, stderr } = cluster.run(script);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/belongs to field manager "(Terraform|our-portal)"/)]);
    expect(cluster.calls(...CHANGES)).toEqual([]);
  }
  const manager = stripId(cluster.run('install').stderr);
  expect(cluster.run('install', '--ours', manager).status).toBe(0);
});
const stripId = (text: string) => /--ours (\S+)/.exec(text)?.[1] as string;

test.each<[string, Some[]]>([
  ['without marks', [deployment(by('kubectl'))]],
  [
    'of ours',
    [
      apiService({ labels: MARK }),
      clusterRole({ labels: MARK }),
      crd(by('kubectl')),
      object('v1', 'Namespace', 'keda', by('kubectl-create')),
    ],
  ],
  ['of ours, whose service somebody changed', [apiService({ labels: MARK, ...by('kubectl-edit') }, 'keda', 'nobody')]],
])('what is there %s is installed over and deleted', (_, live) => {
  cluster.has(...live);
  for (const script of ['install', 'uninstall']) expect(cluster.run(script)).toMatchObject({ status: 0, stderr: '' });
});

test('what an application or Kustomization of the folder itself applies is ours', () => {
  cluster.put(
    'dist/production/gitops/argocd.yaml',
    [
      manifest('argoproj.io/v1alpha1', 'Application', 'production-keda', 'argocd'),
      manifest('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', 'production-keda', 'flux-system'),
    ].join('---\n'),
  );
  const flux = {
    'kustomize.toolkit.fluxcd.io/name': 'production-keda',
    'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
  };
  cluster.has(
    clusterRole({ labels: MARK, annotations: { 'argocd.argoproj.io/tracking-id': 'production-keda:x' } }),
    deployment({ labels: { ...MARK, ...flux } }),
  );
  expect(cluster.run('install', '--skip-unknown-kinds')).toMatchObject({ status: 0, stderr: '' });
});

test("KEDA's own releases are adopted, and neither installed over nor deleted", () => {
  // of a release's objects only some carry the chart's name
  const release = helm('scaling', 'keda');
  const labels = { ...release.labels, 'helm.sh/chart': 'keda-2.19.0' };
  cluster.has(deployment({ ...release, labels }), crd(release), clusterRole(release));
  expect(cluster.run('install').stderr).toContain(
    'allowed for Helm release "scaling" (namespace keda): adopt takes it over\n',
  );
  expect(cluster.run('uninstall').status).toBe(1);
  expect(cluster.calls(...CHANGES)).toEqual([]);
  expect(cluster.run('adopt')).toMatchObject({ status: 0, stderr: '' });
});

test('a CRD that the release files of another KEDA made is adopted, and not installed over', () => {
  cluster.has(crd({ labels: { 'app.kubernetes.io/version': '2.15.0' }, ...by('kubectl-client-side-apply') }));
  expect(cluster.run('install').stderr).toMatch(
    /^error: CustomResourceDefinition scaledobjects.keda.sh belongs to KEDA 2.15.0.*\n.*adopt takes/,
  );
  expect(cluster.calls(...CHANGES)).toEqual([]);
  expect(cluster.run('adopt').status).toBe(0);
});

test('a CRD whose objects are stored as a version that the folder has not', () => {
  cluster.has(crd(by('kubectl'), { status: { storedVersions: ['v2'] } }));
  for (const script of ['install', 'adopt']) {
    expect(cluster.run(script).stderr).toMatch(/belongs to another version of KEDA: objects are stored as v2/);
    expect(cluster.calls(...CHANGES)).toEqual([]);
  }
});

test('uninstall can leave what belongs to others', () => {
  cluster.has(apiService(DATADOG, 'datadog', 'metrics'), object('v1', 'Namespace', 'fn-shop', helm('tenants', 'ops')));
  const { status, stdout, stderr } = cluster.run('uninstall', '--keep-others');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain(
    'left alone: APIService v1beta1.external.metrics.k8s.io belongs to Helm release "datadog" (namespace datadog)\n' +
      'left alone: Namespace fn-shop belongs to Helm release "tenants" (namespace ops)\n',
  );
  const deleted = cluster.calls('delete').join();
  expect(deleted).not.toContain('APIService');
  expect(deleted).toContain(' 1 kind: Namespace');
});

test('a dry run applies no CRD over that of others', () => {
  cluster.has(crd(helm('other', 'ops')), clusterRole(helm('other', 'ops')));
  const { status, stderr } = cluster.run('dry-run');
  expect([status, stderr.split('\n').length]).toEqual([1, 3]);
  expect(stderr).toMatch(/CustomResourceDefinition scaledobjects.keda.sh belongs to/);
  expect(cluster.calls(...CHANGES)).toEqual([]);
});

test('a cluster that cannot be read is not an empty one', () => {
  cluster.put(
    'bin/on-get',
    "[[ $* != *show-managed-fields* ]] || { echo 'Error from server (Forbidden): no' >&2; exit 1; }\n",
  );
  for (const script of SCRIPTS) {
    const { status, stderr } = cluster.run(script);
    expect([status, stderr]).toEqual([1, expect.stringContaining('nothing was changed: the cluster cannot be read')]);
    expect(cluster.calls(...CHANGES)).toEqual([]);
  }
});

test('a kind that the cluster does not have yet hides nothing, for kubectl then says nothing of the others either', () => {
  cluster.put(
    'bin/on-get',
    `if [[ $* == *show-managed-fields* ]] && grep -q '^kind: ScaledObject' "\${@: -1}"; then
       echo 'error: resource mapping not found for name: "x" from "y": no matches for kind "ScaledObject" in version "keda.sh/v1alpha1"' >&2
       exit 1
     fi\n`,
  );
  for (const said of refusals(apiService(DATADOG, 'datadog', 'metrics'))) expect(said).toContain('release "datadog"');
});

test('a cluster that does not say which kinds it has is not changed', () => {
  rmSync(`${cluster.root}/bin/answers`, { recursive: true });
  cluster.answer('api-resources*', '');
  for (const script of ['adopt', 'uninstall']) {
    expect(cluster.run(script, ...(script === 'adopt' ? ['--skip-unknown-kinds'] : [])).stderr).toBe(
      'error: the cluster does not say which kinds it has; run again when it does\n',
    );
  }
  expect(cluster.calls(...CHANGES)).toEqual([]);
});
