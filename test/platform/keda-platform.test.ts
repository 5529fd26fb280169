import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdk8s';
import { Environment } from '../../lib/environment';
import { HTTP_ADD_ON_VERSION, KEDA_VERSION, KedaPlatform, Sizing } from '../../lib/platform';
import { container, DEPLOYMENTS, find, type Manifest, objects, platform, render } from './synth';

test.each([
  ['standard', Sizing.STANDARD],
  ['limited', Sizing.LIMITED],
])('renders KEDA and the add-on with the %s sizing', (_, sizing) => {
  const { keda, httpAddOn } = platform({ sizing });
  expect(render(keda)).toMatchSnapshot('keda');
  expect(render(httpAddOn)).toMatchSnapshot('http-add-on');
});

test('the standard sizing is the default', () => {
  expect(objects()).toEqual(objects({ sizing: Sizing.STANDARD }));
});

test('is three sibling charts', () => {
  const { crds, keda, httpAddOn } = platform();
  expect([crds, keda, httpAddOn].map(({ node }) => node.path)).toEqual([
    'platform/crds',
    'platform/keda',
    'platform/http-add-on',
  ]);
});

test('carries every pinned CRD, kept from pruning', () => {
  const crds = render(platform().crds);
  expect(crds).toHaveLength(readdirSync(join(__dirname, '../../crds/keda')).length);
  for (const crd of crds) {
    expect(crd.kind).toBe('CustomResourceDefinition');
    expect(crd.spec.versions[0].schema.openAPIV3Schema.type).toBe('object');
    expect(crd.metadata.annotations['kustomize.toolkit.fluxcd.io/prune']).toBe('disabled');
    expect(crd.metadata.annotations['argocd.argoproj.io/sync-options']).toBe(
      'ServerSideApply=true,Prune=false,Delete=false',
    );
  }
});

describe('namespace', () => {
  const namespaces = (manifests: Manifest[]) => new Set(manifests.map(({ metadata }) => metadata.namespace));

  test('is "keda", restricted', () => {
    const manifests = objects();
    expect(platform().namespaceName).toBe('keda');
    expect(find(manifests, 'Namespace', 'keda').metadata.labels).toMatchObject({
      'pod-security.kubernetes.io/enforce': 'restricted',
    });
    expect(namespaces(manifests)).toEqual(new Set(['keda', 'kube-system', undefined]));
  });

  test('is that of the environment', () => {
    const environment = new Environment(Testing.app(), 'production', {
      domain: 'fn.example.com',
      kedaNamespace: 'scaling',
    });
    expect(new KedaPlatform(environment, 'keda').namespaceName).toBe('scaling');
  });

  test('given, replaces "keda" wherever it is a namespace', () => {
    const manifests = objects({ namespace: 'scaling' });
    expect(namespaces(manifests)).toEqual(new Set(['scaling', 'kube-system', undefined]));
    for (const { subjects = [] } of manifests) {
      for (const { namespace } of subjects) expect(['scaling', 'kube-system']).toContain(namespace);
    }
    expect(find(manifests, 'APIService', 'v1beta1.external.metrics.k8s.io').spec.service.namespace).toBe('scaling');
    for (const { clientConfig } of find(manifests, 'ValidatingWebhookConfiguration', 'keda-admission').webhooks) {
      expect(clientConfig.service.namespace).toBe('scaling');
    }
    expect(container(manifests, 'keda-operator-metrics-apiserver').args).toContain(
      '--metrics-service-address=keda-operator.scaling.svc.cluster.local:9666',
    );
    expect(container(manifests, 'keda-add-ons-http-controller-manager').env).toContainEqual({
      name: 'KEDA_HTTP_OPERATOR_NAMESPACE',
      value: 'scaling',
    });
    expect(container(manifests, 'keda-add-ons-http-external-scaler').env).toContainEqual({
      name: 'KEDA_HTTP_SCALER_TARGET_ADMIN_NAMESPACE',
      value: 'scaling',
    });
    expect(
      find(manifests, 'ScaledObject', 'keda-add-ons-http-interceptor').spec.triggers[0].metadata.scalerAddress,
    ).toBe('keda-add-ons-http-external-scaler.scaling:9090');
  });

  test('must be a DNS label', () => {
    expect(() => platform({ namespace: 'Keda_1' })).toThrow(
      'platform: namespace "Keda_1" is not a DNS label; allowed: a-z, 0-9 and "-", at most 63 characters',
    );
  });
});

describe('images', () => {
  const images = (manifests: Manifest[]) => DEPLOYMENTS.map((name) => container(manifests, name).image);

  test('are the pinned versions, pulled once', () => {
    expect([KEDA_VERSION, HTTP_ADD_ON_VERSION]).toEqual(['2.21.0', '0.15.0']);
    expect(images(objects())).toEqual([
      'ghcr.io/kedacore/keda:2.21.0',
      'ghcr.io/kedacore/keda-metrics-apiserver:2.21.0',
      'ghcr.io/kedacore/keda-admission-webhooks:2.21.0',
      'ghcr.io/kedacore/http-add-on-operator:0.15.0',
      'ghcr.io/kedacore/http-add-on-interceptor:0.15.0',
      'ghcr.io/kedacore/http-add-on-scaler:0.15.0',
    ]);
    for (const name of DEPLOYMENTS) expect(container(objects(), name).imagePullPolicy).toBe('IfNotPresent');
  });

  test('come from the given registry', () => {
    const registry = 'registry.example.com:5000/mirror';
    for (const image of images(objects({ images: { registry } })))
      expect(image).toMatch(/^registry\.example\.com:5000\/mirror\//);
  });

  test('carry a digest behind the tag', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const manifests = objects({ images: { digests: { 'http-add-on-scaler': digest } } });
    expect(container(manifests, 'keda-add-ons-http-external-scaler').image).toBe(
      `ghcr.io/kedacore/http-add-on-scaler:0.15.0@${digest}`,
    );
    expect(container(manifests, 'keda-operator').image).toBe('ghcr.io/kedacore/keda:2.21.0');
  });

  test.each([
    [
      { digests: { keda: 'sha256:abc' } },
      'images.digests.keda "sha256:abc" is invalid; allowed: sha256:<64 hex digits>',
    ],
    [
      { digests: { kede: `sha256:${'a'.repeat(64)}` } },
      'images.digests.kede is not a valid name; allowed: keda, keda-metrics-apiserver, keda-admission-webhooks, http-add-on-operator, http-add-on-interceptor, http-add-on-scaler',
    ],
    [
      { registry: 'https://ghcr.io' },
      'images.registry "https://ghcr.io" is invalid; allowed: host[:port][/path], in lower case',
    ],
    [{ registry: 'ghcr.io/' }, 'images.registry "ghcr.io/" is invalid'],
    [{ registry: '' }, 'images.registry "" is invalid'],
  ])('refuse %j', (props, message) => {
    expect(() => platform({ images: props })).toThrow(`platform: ${message}`);
  });
});
