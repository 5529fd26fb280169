import { App } from 'cdk8s';
import { Environment, GitOps, GoFunctionChart, KedaPlatform, ProjectChart, toFiles } from '../../lib';
import { REPOSITORY } from './environment';

const EU = 'https://eu.example.com';

interface EnvironmentOfTest {
  readonly name: string;
  readonly cluster?: string;
  readonly namespace?: string;
  readonly platform?: boolean;
  readonly domain?: string;
}

/** An app with an environment for each name: a project of one function, on a cluster. */
function app(...environments: EnvironmentOfTest[]): App {
  const made = new App();
  for (const { name, cluster, namespace, platform = true, domain = `${name}.example.com` } of environments) {
    const environment = new Environment(made, name, { domain, naming: { namespace } });
    if (platform) new KedaPlatform(environment, 'keda');
    new ProjectChart(environment, 'project', { name: 'shop' });
    new GoFunctionChart(environment, 'cart', { project: 'shop', image: 'a/b:1' });
    new GitOps(environment, 'gitops', { argocd: { repoUrl: REPOSITORY, cluster } });
  }
  return made;
}

test('two environments with one object for one cluster are refused', () => {
  const staging = { name: 'staging', cluster: EU, platform: false };
  expect(() => toFiles(app({ name: 'production', cluster: EU }, staging))).toThrow(
    /staging\/gitops\/argocd.*applies Namespace fn-shop, \S+ fn-shop\/\S+, .* and \d+ more to cluster "https:\/\/eu.example.com" as production does; allowed: another cluster, names by naming, another domain, platform: false where KEDA is there already/,
  );
});

test('a second KEDA for one cluster is refused', () => {
  const staging = { name: 'staging', cluster: EU, namespace: 'staging-{project}' };
  expect(() => toFiles(app({ name: 'production', cluster: EU }, staging))).toThrow(/applies \S+ .* to cluster/);
});

test('one host in two environments of one cluster is refused, as the interceptor would ask one of them alone', () => {
  const domain = 'example.com';
  const staging = { name: 'staging', cluster: EU, namespace: 'staging-{project}', platform: false, domain };
  expect(() => toFiles(app({ name: 'production', cluster: EU, domain }, staging))).toThrow(
    /applies host "cart.example.com" to cluster "https:\/\/eu.example.com" as production does; allowed: .*another domain/,
  );
});

test.each([
  ['names of its own beside the KEDA that is there', { cluster: EU, namespace: 'staging-{project}', platform: false }],
  ['another cluster', { cluster: 'https://us.example.com' }],
])('a second environment with %s', (_, staging) => {
  toFiles(app({ name: 'production', cluster: EU }, { name: 'staging', ...staging }));
});

test('each Argo CD has a cluster of its own that it runs in', () => {
  toFiles(app({ name: 'production' }, { name: 'staging' }));
});
