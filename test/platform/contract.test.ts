import { Sizing } from '../../lib/platform';
import { DEPLOYMENTS, find, type Manifest, objects } from './synth';

const addOn = (component: string) => ({
  'app.kubernetes.io/component': component,
  'app.kubernetes.io/name': 'http-add-on',
  'app.kubernetes.io/part-of': 'keda-add-ons-http',
  'app.kubernetes.io/managed-by': 'Helm',
  'app.kubernetes.io/instance': 'http-add-on',
});

// as the upstream charts have them: a selector that differs cannot be applied over a running installation
const SELECTORS: [string, object][] = [
  ['keda-operator', { app: 'keda-operator' }],
  ['keda-operator-metrics-apiserver', { app: 'keda-operator-metrics-apiserver' }],
  ['keda-admission-webhooks', { app: 'keda-admission-webhooks' }],
  ['keda-add-ons-http-controller-manager', addOn('operator')],
  ['keda-add-ons-http-interceptor', addOn('interceptor')],
  ['keda-add-ons-http-external-scaler', addOn('scaler')],
];

test.each(SELECTORS)('%s has the selector of the upstream chart', (name, selector) => {
  const { spec } = find(objects(), 'Deployment', name);
  expect(spec.selector).toEqual({ matchLabels: selector });
  expect(spec.template.metadata.labels).toMatchObject(selector);
  expect(spec.template.metadata.labels['app.kubernetes.io/managed-by']).toBe('Helm');
});

test.each([
  ['keda-operator', { app: 'keda-operator' }],
  ['keda-operator-metrics-apiserver', { app: 'keda-operator-metrics-apiserver' }],
  ['keda-admission-webhooks', { app: 'keda-admission-webhooks' }],
  ['keda-add-ons-http-controller-manager-metrics-service', addOn('operator')],
  ['keda-add-ons-http-interceptor-admin', addOn('interceptor')],
  ['keda-add-ons-http-interceptor-proxy', addOn('interceptor')],
  ['keda-add-ons-http-external-scaler', addOn('scaler')],
])('Service %s selects the pods that the upstream chart selects', (name, selector) => {
  expect(find(objects(), 'Service', name).spec.selector).toEqual(selector);
});

test('the interceptor keeps its disruption budget', () => {
  expect(find(objects(), 'PodDisruptionBudget', 'keda-add-ons-http-interceptor').spec).toEqual({
    selector: { matchLabels: addOn('interceptor') },
    maxUnavailable: 1,
  });
});

test('objects say who makes them', () => {
  for (const { kind, metadata } of objects()) {
    if (kind !== 'Namespace') expect(metadata.labels['app.kubernetes.io/managed-by']).toBe('cdk8s-keda-functions');
  }
});

test.each([
  ['standard', Sizing.STANDARD],
  ['limited', Sizing.LIMITED],
])('every pod meets the restricted standard with the %s sizing', (_, sizing) => {
  const deployments = objects({ sizing }).filter(({ kind }) => kind === 'Deployment');
  expect(deployments.map(({ metadata }) => metadata.name)).toEqual(DEPLOYMENTS);
  for (const { spec } of deployments) {
    const pod = spec.template.spec;
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 65532,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(pod.hostNetwork ?? pod.hostPID ?? pod.hostIPC).toBeUndefined();
    for (const volume of pod.volumes ?? []) expect(Object.keys(volume)).toEqual(['name', 'secret']);
    for (const container of pod.containers) {
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        privileged: false,
        readOnlyRootFilesystem: true,
      });
    }
  }
});

test('the add-on keeps the volume groups of the upstream chart', () => {
  for (const name of DEPLOYMENTS.filter((deployment) => deployment.includes('http'))) {
    expect(find(objects(), 'Deployment', name).spec.template.spec.securityContext).toMatchObject({
      fsGroup: 1000,
      supplementalGroups: [1000],
    });
  }
});

test('certificates are left to the operator', () => {
  const rendered = JSON.stringify(objects());
  expect(rendered).not.toContain('caBundle');
  expect(rendered).not.toContain('insecureSkipTLSVerify');
});

test('only the operator starts without the certificates, which it creates', () => {
  const secret = (name: string) => find(objects(), 'Deployment', name).spec.template.spec.volumes[0].secret;
  expect(secret('keda-operator')).toEqual({ secretName: 'kedaorg-certs', defaultMode: 420, optional: true });
  expect(secret('keda-admission-webhooks')).toEqual({ secretName: 'kedaorg-certs', defaultMode: 420 });
  expect(secret('keda-operator-metrics-apiserver')).toEqual({ secretName: 'kedaorg-certs', defaultMode: 420 });
});

test('every binding leads to a role and an account that exist', () => {
  const manifests = objects();
  const has = (kind: string, name: string) =>
    manifests.some((manifest: Manifest) => manifest.kind === kind && manifest.metadata.name === name);
  const clusters = ['system:auth-delegator', 'extension-apiserver-authentication-reader', 'horizontal-pod-autoscaler'];
  for (const { roleRef, subjects } of manifests.filter(({ kind }) => kind.endsWith('Binding'))) {
    if (!clusters.includes(roleRef.name))
      expect([roleRef.name, has(roleRef.kind, roleRef.name)]).toEqual([roleRef.name, true]);
    for (const { kind, name } of subjects) {
      if (!clusters.includes(name)) expect([name, has(kind, name)]).toEqual([name, true]);
    }
  }
});
