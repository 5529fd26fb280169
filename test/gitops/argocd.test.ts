import { App, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { ArgoCdApplications, type ArgoCdProps, Environment } from '../../lib';
import { environment, gitOpsFiles, gitOpsObjects, REPOSITORY } from './environment';

const objects = (props: Partial<ArgoCdProps> = {}) => gitOpsObjects({ argocd: { repoUrl: REPOSITORY, ...props } });
const IN_CLUSTER = 'https://kubernetes.default.svc';
const WAVE = 'argocd.argoproj.io/sync-wave';

test('an Application and an AppProject for each folder, and for their own', () => {
  const folders = ['functions-bank', 'functions-shop', 'gitops', 'keda'].map((name) => `production-${name}`);
  expect(Object.keys(objects())).toEqual([
    'ConfigMap argocd-cm',
    ...folders.map((name) => `AppProject ${name}`),
    ...folders.map((name) => `Application ${name}`),
  ]);
  expect(Object.keys(gitOpsFiles({ argocd: { repoUrl: REPOSITORY } }))).toEqual([
    'production/gitops/argocd-cm.yaml',
    'production/gitops/argocd.yaml',
  ]);
});

test('a project of functions', () => {
  expect(objects()['Application production-functions-shop']).toEqual({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: 'production-functions-shop',
      namespace: 'argocd',
      annotations: { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true', [WAVE]: '1' },
      finalizers: ['resources-finalizer.argocd.argoproj.io/foreground'],
    },
    spec: {
      project: 'production-functions-shop',
      source: { repoURL: REPOSITORY, targetRevision: 'HEAD', path: 'dist/production/functions/shop' },
      destination: { server: IN_CLUSTER, namespace: 'fn-shop' },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        retry: { limit: 40, backoff: { duration: '10s', factor: 2, maxDuration: '30s' }, refresh: true },
        syncOptions: [
          'ApplyOutOfSyncOnly=true',
          'CreateNamespace=false',
          'ServerSideApply=true',
          'SkipDryRunOnMissingResource=true',
        ],
      },
    },
  });
  expect(objects()['AppProject production-functions-shop']).toEqual({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'production-functions-shop', namespace: 'argocd', annotations: { [WAVE]: '-1' } },
    spec: {
      description: 'What production/functions/shop of the output needs',
      sourceRepos: [REPOSITORY],
      destinations: [{ server: IN_CLUSTER, namespace: 'fn-shop' }],
      clusterResourceWhitelist: [{ group: '', kind: 'Namespace', name: 'fn-shop' }],
    },
  });
});

test('KEDA comes first, is not deleted with its Application, and brings its own CRDs', () => {
  const { metadata, spec } = objects()['Application production-keda'];
  expect(metadata.annotations).toEqual({ 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true' });
  expect(metadata).not.toHaveProperty('finalizers');
  expect(spec.syncPolicy.syncOptions).toEqual([
    'ApplyOutOfSyncOnly=true',
    'CreateNamespace=false',
    'ServerSideApply=true',
  ]);
  expect(spec.destination.namespace).toBe('keda');
});

test('the AppProject of KEDA allows the cluster-scoped kinds and the namespaces that it has, and no others', () => {
  const { spec } = objects()['AppProject production-keda'];
  expect(spec.clusterResourceWhitelist).toEqual([
    { group: '', kind: 'Namespace', name: 'keda' },
    { group: 'admissionregistration.k8s.io', kind: 'ValidatingWebhookConfiguration' },
    { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
    { group: 'apiregistration.k8s.io', kind: 'APIService' },
    { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
    { group: 'rbac.authorization.k8s.io', kind: 'ClusterRoleBinding' },
  ]);
  expect(spec.destinations).toEqual([
    { server: IN_CLUSTER, namespace: 'keda' },
    { server: IN_CLUSTER, namespace: 'kube-system' },
  ]);
});

test('the applications apply themselves: that one file, in the last wave, with no reach beyond Argo CD', () => {
  const all = objects({ cluster: 'far' });
  const { metadata, spec } = all['Application production-gitops'];
  const labels = { 'app.kubernetes.io/name': 'hand-over' };
  expect(metadata).toEqual({ name: 'production-gitops', namespace: 'argocd', labels, annotations: { [WAVE]: '1' } });
  expect(spec.source).toMatchObject({ path: 'dist/production/gitops', directory: { include: 'argocd.yaml' } });
  expect(spec.destination).toEqual({ server: IN_CLUSTER, namespace: 'argocd' });
  expect(all['AppProject production-gitops'].spec).toMatchObject({
    destinations: [{ server: IN_CLUSTER, namespace: 'argocd' }],
    clusterResourceWhitelist: [],
  });
});

test('the label by which kubectl picks what makes all others is theirs alone', () => {
  const labelled = Object.entries(objects()).filter(
    ([name, { metadata }]) => name.startsWith('App') && metadata.labels,
  );
  expect(labelled.map(([name]) => name)).toEqual(['AppProject production-gitops', 'Application production-gitops']);
});

test('no Application applies the folder of the applications, and none applies folders within its own', () => {
  const sources = Object.entries(objects()).flatMap(([name, { kind, spec }]) =>
    kind === 'Application' && name !== 'Application production-gitops' ? [spec.source] : [],
  );
  for (const source of sources) {
    expect(source).not.toHaveProperty('directory');
    expect(source.path).not.toBe('dist/production/gitops');
  }
});

test('with a project of your own there is no other', () => {
  const all = objects({ project: 'ours' });
  expect(Object.keys(all).filter((name) => name.startsWith('AppProject'))).toEqual([]);
  for (const { kind, spec } of Object.values(all)) if (kind === 'Application') expect(spec.project).toBe('ours');
});

const REFUSED: [Partial<ArgoCdProps>, string][] = [
  [
    { repoUrl: 'github.com/a/b' },
    'argocd.repoUrl "github.com/a/b" is not the URL of a Git repository; allowed: https://<host>/<path>, ssh://<user>@<host>/<path> or <user>@<host>:<path>',
  ],
  [{ repoUrl: 'https://github.com' }, 'argocd.repoUrl "https://github.com" is not the URL of a Git repository'],
  [{ repoUrl: 'oci://a/b' }, 'argocd.repoUrl "oci://a/b" is not the URL of a Git repository'],
  [
    { revision: 'a b' },
    'argocd.revision "a b" is not a branch, tag or commit; allowed: letters, digits, "/", ".", "_", "-" and "+"',
  ],
  [{ revision: 'a..b' }, 'argocd.revision "a..b" is not a branch, tag or commit'],
  [{ revision: '-f' }, 'argocd.revision "-f" is not a branch, tag or commit'],
  [
    { path: '/dist' },
    'argocd.path "/dist" is not a folder of a repository; allowed: a relative path such as dist, or "." for all',
  ],
  [{ path: '../dist' }, 'argocd.path "../dist" is not a folder of a repository'],
  [{ path: 'a/../b' }, 'argocd.path "a/../b" is not a folder of a repository'],
  [{ path: '' }, 'argocd.path "" is invalid'],
  [{ namespace: 'Argo' }, 'argocd.namespace "Argo" is not a DNS label; allowed: lower case, "argo"'],
  [{ project: 'a b' }, 'argocd.project "a b" is not a DNS label; allowed: a-z, 0-9 and "-", at most 63 characters'],
  [
    { cluster: 'http://a' },
    'argocd.cluster "http://a" is invalid; allowed: https://<host> of an API server, or a name in Argo CD',
  ],
  [{ cluster: 'a b' }, 'argocd.cluster "a b" is invalid'],
];
test.each(REFUSED)('%j is refused', (props, message) => {
  expect(() => objects(props)).toThrow(`production/gitops: ${message}`);
});

test.each(['git@github.com:a/b.git', 'ssh://git@host:22/a/b', 'http://host/a'])('%s is a repository', (repoUrl) => {
  expect(objects({ repoUrl })['Application production-keda'].spec.source.repoURL).toBe(repoUrl);
});

test('an app without KEDA, without environments, and a folder without namespaces', () => {
  const app = new App();
  const folder = new Construct(app, 'cluster');
  new k8s.KubeNamespace(new Chart(folder, 'namespaces'), 'a', { metadata: { name: 'a' } });
  new Chart(folder, 'empty');
  const made = new ArgoCdApplications(new Construct(app, 'argocd'), 'apps', { repoUrl: REPOSITORY });
  const rendered = made.toJson();
  expect(rendered.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual([
    'AppProject argocd',
    'AppProject cluster',
    'Application argocd',
    'Application cluster',
  ]);
  const application = rendered.find(({ kind, metadata }) => kind === 'Application' && metadata.name === 'cluster');
  expect(application.spec.destination.namespace).toBe('default');
  expect(application.spec.source.path).toBe('dist/cluster');
});

test('two environments have applications of their own', () => {
  const app = new App();
  const first = environment(app, 'a');
  const second = environment(app, 'b');
  expect(Object.keys(gitOpsObjects({ argocd: { repoUrl: REPOSITORY } }, first))).toContain('Application a-keda');
  const names = Object.keys(gitOpsObjects({ argocd: { repoUrl: REPOSITORY } }, second));
  expect(names).toContain('Application b-keda');
  expect(new Environment(app, 'c', { domain: 'c.d' }).domain).toBe('c.d');
});
