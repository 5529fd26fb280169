import { Duration } from 'cdk8s';
import type { FluxProps } from '../../lib';
import { gitOpsFiles, gitOpsObjects, REPOSITORY } from './environment';

const objects = (props: Partial<FluxProps> = {}) => gitOpsObjects({ flux: { url: REPOSITORY, ...props } });
const REGISTRY = 'oci://registry.example.com:5000/platform';

test('a repository, and a Kustomization for each folder and for their own', () => {
  expect(Object.keys(objects())).toEqual([
    'GitRepository production-gitops',
    'Kustomization production-functions-bank',
    'Kustomization production-functions-shop',
    'Kustomization production-gitops',
    'Kustomization production-keda',
  ]);
  expect(Object.keys(gitOpsFiles({ flux: { url: REPOSITORY } }))).toEqual(['production/gitops/flux.yaml']);
});

const SEEN = 'c.observedGeneration == metadata.generation';
const ready = (status: string, seen = '') =>
  `status.conditions.exists(c, c.type == "Ready" && c.status == "${status}"${seen && ` && ${seen}`})`;
const SCALED_OBJECT = {
  apiVersion: 'keda.sh/v1alpha1',
  kind: 'ScaledObject',
  failed: ready('False'),
  current: ready('True'),
};
const INTERCEPTOR_ROUTE = {
  apiVersion: 'http.keda.sh/v1beta1',
  kind: 'InterceptorRoute',
  failed: ready('False', SEEN),
  current: ready('True', SEEN),
};
const HTTP_SCALED_OBJECT = { ...INTERCEPTOR_ROUTE, apiVersion: 'http.keda.sh/v1alpha1', kind: 'HTTPScaledObject' };

test('a project of functions comes after KEDA, and is there when its objects are', () => {
  expect(objects()['Kustomization production-functions-shop']).toEqual({
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name: 'production-functions-shop', namespace: 'flux-system' },
    spec: {
      interval: '10m',
      retryInterval: '1m',
      timeout: '5m',
      sourceRef: { kind: 'GitRepository', name: 'production-gitops' },
      path: './dist/production/functions/shop',
      dependsOn: [{ name: 'production-keda' }],
      prune: true,
      wait: true,
      healthCheckExprs: [HTTP_SCALED_OBJECT, INTERCEPTOR_ROUTE, SCALED_OBJECT],
    },
  });
  expect(objects()['Kustomization production-functions-bank'].spec.healthCheckExprs).toEqual([
    HTTP_SCALED_OBJECT,
    INTERCEPTOR_ROUTE,
    SCALED_OBJECT,
  ]);
});

test('KEDA depends on nothing and outlives its Kustomization', () => {
  const { spec } = objects()['Kustomization production-keda'];
  expect(spec).toMatchObject({ wait: true, prune: true, deletionPolicy: 'Orphan', healthCheckExprs: [SCALED_OBJECT] });
  expect(spec).not.toHaveProperty('dependsOn');
});

test('the kustomizations apply themselves, and wait for none', () => {
  const { spec } = objects()['Kustomization production-gitops'];
  expect(spec).toMatchObject({ path: './dist/production/gitops', prune: true, deletionPolicy: 'Orphan' });
  expect(spec).not.toHaveProperty('wait');
  expect(spec).not.toHaveProperty('dependsOn');
});

test('a Git repository', () => {
  const { spec } = objects({})['GitRepository production-gitops'];
  expect(spec).toEqual({ url: REPOSITORY, interval: '1m', ref: { branch: 'main' } });
});

test('an artifact in a registry', () => {
  const all = objects({ url: REGISTRY, tag: 'live', secretName: 'registry' });
  expect(all['OCIRepository production-gitops']).toEqual({
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'OCIRepository',
    metadata: { name: 'production-gitops', namespace: 'flux-system' },
    spec: { url: REGISTRY, interval: '1m', ref: { tag: 'live' }, secretRef: { name: 'registry' } },
  });
  expect(all['Kustomization production-keda'].spec.sourceRef.kind).toBe('OCIRepository');
});

const REFUSED: [Partial<FluxProps>, string][] = [
  [
    { url: 'git@github.com:a/b.git' },
    'flux.url "git@github.com:a/b.git" is not the URL of a repository; allowed: https://<host>/<path>, ssh://<user>@<host>/<path>, or oci://<host>/<path> without a tag',
  ],
  [
    { url: 'oci://a' },
    `flux.url "oci://a" is not the URL of a repository; allowed: https://<host>/<path>, ssh://<user>@<host>/<path>, or oci://<host>/<path> without a tag`,
  ],
  [{ url: 'oci://a/b:1', tag: '1' }, 'flux.url "oci://a/b:1" is not the URL of a repository'],
  [{ url: REGISTRY }, 'flux.tag is missing; allowed: the tag of the artifact'],
  [{ url: REGISTRY, branch: 'main', tag: '1' }, 'flux.branch "main" is given for a registry; allowed: a tag'],
  [{ branch: 'main', tag: 'v1' }, 'flux.branch "main" is given beside tag "v1"; allowed: one of them'],
  [
    { branch: 'a b' },
    'flux.branch "a b" is not a branch, tag or commit; allowed: letters, digits, "/", ".", "_", "-" and "+"',
  ],
  [{ tag: 'a/' }, 'flux.tag "a/" is not a branch, tag or commit'],
  [
    { path: '/' },
    'flux.path "/" is not a folder of a repository; allowed: a relative path such as dist, or "." for all',
  ],
  [{ namespace: 'Flux' }, 'flux.namespace "Flux" is not a DNS label; allowed: lower case, "flux"'],
  [{ secretName: 'a b' }, 'flux.secretName "a b" is not a DNS label; allowed: a-z, 0-9 and "-", at most 63 characters'],
  [{ interval: Duration.millis(10) }, 'flux.interval "10ms" is out of range; allowed: 1s to 2147483647s'],
  [
    { interval: Duration.days(1e9) },
    'flux.interval "24000000000h" is invalid; allowed: a duration such as 500ms, 30s, 5m or 1h',
  ],
  [{ interval: Duration.seconds(1.0005) }, 'flux.interval "1000.5ms" is invalid'],
];
test.each(REFUSED)('%j is refused', (props, message) => {
  expect(() => objects(props)).toThrow(`production/gitops: ${message}`);
});
