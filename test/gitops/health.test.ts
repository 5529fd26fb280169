import { App } from 'cdk8s';
import { load } from 'js-yaml';
import { ArgoCdHealthChecks, Environment, toFiles } from '../../lib';
import type { Manifest } from './environment';

// what the checks say of objects, Argo CD itself tells: test/e2e/argocd-health.test.ts
const configMap = (namespace: string): Manifest => {
  const app = new App();
  new ArgoCdHealthChecks(new Environment(app, 'a', { domain: 'a.b' }), 'argocd-cm', { namespace });
  return load(toFiles(app)['a/argocd-cm.yaml']!);
};

test('the ConfigMap holds the checks and nothing else of argocd-cm', () => {
  const manifest = configMap('tools');
  expect(manifest.metadata).toEqual({
    name: 'argocd-cm',
    namespace: 'tools',
    labels: { 'app.kubernetes.io/name': 'argocd-cm', 'app.kubernetes.io/part-of': 'argocd' },
  });
  expect(Object.keys(manifest.data)).toEqual([
    'resource.customizations.health.argoproj.io_Application',
    'resource.customizations.health.http.keda.sh_HTTPScaledObject',
    'resource.customizations.health.http.keda.sh_InterceptorRoute',
  ]);
  expect(() => configMap('No')).toThrow('a/argocd-cm: namespace "No" is not a DNS label; allowed:');
});
