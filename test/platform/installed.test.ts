import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { loadAll } from 'js-yaml';
import {
  Environment,
  GitOps,
  type GitOpsProps,
  GoFunctionChart,
  KedaPlatform,
  Monitoring,
  ProjectChart,
  toFiles,
} from '../../lib';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects of all kinds
type Any = any;

/** An environment whose cluster has KEDA already, or one that brings it. */
function objects(gitops: GitOpsProps, platform = false): Any[] {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'fn.test', kedaNamespace: 'kube-system' });
  new Monitoring(environment, 'monitoring');
  if (platform) new KedaPlatform(environment, 'keda', { createNamespace: false });
  const folder = new Construct(environment, 'shop');
  new ProjectChart(folder, 'project', { name: 'shop', namespace: 'team-a' });
  new GoFunctionChart(folder, 'cart', { project: 'shop', image: 'a/b:1' });
  new GitOps(environment, 'gitops', gitops);
  return Object.values(toFiles(app)).flatMap((text) => loadAll(text) as Any[]);
}

const argocd = { argocd: { repoUrl: 'https://git.example.com/a.git' } };
const flux = { flux: { url: 'https://git.example.com/a.git' } };

test('its pods are found by the labels that no release changes', () => {
  const selectorOf = (platform: boolean) =>
    objects(argocd, platform).find(({ metadata }) => metadata.name === 'keda-add-ons-http-interceptor-metrics').spec
      .selector;
  const identity = { 'app.kubernetes.io/name': 'http-add-on', 'app.kubernetes.io/component': 'interceptor' };
  expect(selectorOf(false)).toEqual(identity);
  expect(selectorOf(true)).toMatchObject({ ...identity, 'app.kubernetes.io/managed-by': 'Helm' });
});

test('functions ask for it where the environment says', () => {
  const found = objects(argocd);
  const { triggers } = found.find(({ kind }) => kind === 'ScaledObject').spec;
  expect(triggers[0].metadata.scalerAddress).toBe('keda-add-ons-http-external-scaler.kube-system:9090');
  const [{ from }] = found.find(({ kind, spec }) => kind === 'NetworkPolicy' && spec.ingress).spec.ingress;
  expect(from[0].namespaceSelector.matchLabels).toEqual({ 'kubernetes.io/metadata.name': 'kube-system' });
});

test('GitOps tools wait for none of dist, and reach the namespace of somebody else but do not make it', () => {
  const project = objects(argocd).find(({ kind, metadata }) => kind === 'AppProject' && metadata.name === 'e-shop');
  expect(project.spec.destinations).toEqual([{ server: 'https://kubernetes.default.svc', namespace: 'team-a' }]);
  expect(project.spec.clusterResourceWhitelist).toEqual([]);
  const kustomization = objects(flux).find(
    ({ kind, metadata }) => kind === 'Kustomization' && metadata.name === 'e-shop',
  );
  expect(kustomization.spec.dependsOn ?? []).toEqual([]);
});
