import { App } from 'cdk8s';
import {
  Environment,
  GitOps,
  GoFunctionChart,
  KedaPlatform,
  type KedaPlatformProps,
  ProjectChart,
  Rbac,
  toFiles,
} from '../../lib';
import { REPOSITORY } from './environment';

const EU = 'https://eu.example.com';

interface EnvironmentOfTest {
  readonly name: string;
  readonly cluster?: string;
  readonly namespace?: string;
  /** False: the cluster has KEDA already. */
  readonly platform?: KedaPlatformProps | false;
  readonly domain?: string;
}

/** An app with an environment for each name: a project of one function, on a cluster. */
function app(...environments: EnvironmentOfTest[]): App {
  const made = new App();
  for (const { name, cluster, namespace, platform = {}, domain = `${name}.example.com` } of environments) {
    const environment = new Environment(made, name, { domain, naming: { namespace } });
    if (platform) new KedaPlatform(environment, 'keda', platform);
    new ProjectChart(environment, 'project', { name: 'shop' });
    new GoFunctionChart(environment, 'cart', { project: 'shop', image: 'a/b:1' });
    new GitOps(environment, 'gitops', { argocd: { repoUrl: REPOSITORY, cluster } });
  }
  return made;
}

test('two environments with one object for one cluster are refused', () => {
  const staging = { name: 'staging', cluster: EU, platform: false } as const;
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
  const staging = { name: 'staging', cluster: EU, namespace: 'staging-{project}', platform: false, domain } as const;
  expect(() => toFiles(app({ name: 'production', cluster: EU, domain }, staging))).toThrow(
    /applies host "cart.example.com" to cluster "https:\/\/eu.example.com" as production does; allowed: .*another domain/,
  );
});

const BESIDE = { name: 'staging', cluster: EU, namespace: 'staging-{project}', platform: false } as const;

test('another cluster', () => {
  toFiles(app({ name: 'production', cluster: EU }, { name: 'staging', cluster: 'https://us.example.com' }));
});

test.each([
  ['serves its namespaces', { rbac: Rbac.FUNCTIONS, serves: [{ namespace: 'staging-shop' }] }],
  ['serves all', { rbac: Rbac.UPSTREAM }],
  ['serves all still', { rbac: Rbac.BOTH }],
])('names of its own beside a KEDA that %s', (_, platform) => {
  toFiles(app({ name: 'production', cluster: EU, platform }, BESIDE));
  toFiles(app(BESIDE, { name: 'production', cluster: EU, platform }));
});

test.each([
  ['made before it', 'staging', (production: EnvironmentOfTest) => app(production, BESIDE)],
  ['made after it', 'production', (production: EnvironmentOfTest) => app(BESIDE, production)],
])('functions that a KEDA %s may not scale are refused', (_, at, make) => {
  const production = {
    name: 'production',
    cluster: EU,
    platform: { rbac: Rbac.FUNCTIONS, serves: [{ namespace: 'other' }] },
  };
  expect(() => toFiles(make(production))).toThrow(
    new RegExp(
      `${at}/gitops/argocd: declares functions in staging-shop, where production/keda has no right to scale; allowed: serves of production/keda with it, or rbac upstream there`,
    ),
  );
});

test('each Argo CD has a cluster of its own that it runs in', () => {
  toFiles(app({ name: 'production' }, { name: 'staging' }));
});
