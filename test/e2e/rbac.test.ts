import { App } from 'cdk8s';
import { Environment, EnvSource, FunctionChart, KedaPlatform, ProjectChart, Rbac, Runtime, Scaler } from '../../lib';
import { type Caller, callerOf } from './api-server';
import { attacks, FOREIGN } from './attacks';
import { apply, image, kubectl } from './cluster';

// KEDA with the rights of what is declared: what somebody can do who has a token of it.

const fn = 'fn-rights';
const keda = 'keda';
const PLATFORM = ['rights/keda/crds.yaml', 'rights/keda/keda.yaml', 'rights/keda/http-add-on.yaml'];
const ACCOUNTS = [
  'keda-operator',
  'keda-metrics-server',
  'keda-webhook',
  'keda-add-ons-http',
  'keda-add-ons-http-interceptor',
  'keda-add-ons-http-external-scaler',
];
const ADMINISTRATOR = 'administrator';
const shared = { project: 'rights', runtime: Runtime.GO, image: image('go') };

function declaredIn(app: App): Environment {
  const created = new Environment(app, 'rights', { domain: 'fn.test' });
  new KedaPlatform(created, 'keda', { rbac: Rbac.FUNCTIONS });
  new ProjectChart(created, 'project', { name: 'rights' });
  const envValueFrom = { LEVEL: EnvSource.configMapKey('c', 'level'), PASSWORD: EnvSource.secretKey('s', 'password') };
  new FunctionChart(created, 'hello', { ...shared, envValueFrom });
  new FunctionChart(created, 'older', { ...shared, scaler: Scaler.HTTP_SCALED_OBJECT });
  return created;
}

beforeAll(() => {
  for (const namespace of [FOREIGN, fn]) {
    kubectl('create', 'namespace', namespace);
    kubectl('create', 'secret', 'generic', 's', '-n', namespace, '--from-literal=password=s', '--from-literal=count=2');
    kubectl('create', 'configmap', 'c', '-n', namespace, '--from-literal=level=debug', '--from-literal=count=2');
  }
  kubectl('create', 'deployment', 'd', '-n', FOREIGN, '--image', image('go'), '--replicas=0');
  kubectl('create', '-f', `${__dirname}/foreign.yaml`);
  kubectl('create', 'serviceaccount', ADMINISTRATOR, '-n', FOREIGN);
  kubectl(
    'create',
    'clusterrolebinding',
    ADMINISTRATOR,
    '--clusterrole=cluster-admin',
    `--serviceaccount=${FOREIGN}:${ADMINISTRATOR}`,
  );
  const app = new App();
  declaredIn(app);
  apply(app, PLATFORM);
}, 400_000);

afterAll(() => {
  kubectl('delete', 'clusterrolebinding', ADMINISTRATOR);
  kubectl('delete', 'validatingwebhookconfiguration', FOREIGN);
  kubectl('delete', 'namespace', FOREIGN, fn, '--wait=false', '--ignore-not-found');
});

async function statusesOf(caller: Caller, dry = false): Promise<{ [what: string]: number }> {
  const statuses: { [what: string]: number } = {};
  for (const { what, method, path, ...rest } of attacks(keda, fn, 'fn-hello')) {
    const query = dry && method !== 'GET' ? '?dryRun=All' : '';
    statuses[what] = (await caller({ method, path: `${path}${query}`, ...rest })).status;
  }
  return statuses;
}

test.each(ACCOUNTS)('nothing that is not declared is open to %s', async (account) => {
  const statuses = await statusesOf(callerOf(account, keda));
  expect(Object.keys(statuses).length).toBeGreaterThanOrEqual(30);
  expect(Object.entries(statuses).filter(([, status]) => status !== 403)).toEqual([]);
});

test('an administrator may do all of that', async () => {
  const statuses = await statusesOf(callerOf(ADMINISTRATOR, FOREIGN), true);
  expect(Object.entries(statuses).filter(([, status]) => status > 201)).toEqual([]);
});

test.each(ACCOUNTS)('no wildcard, no Job, and no Secret but of its own namespace is granted to %s', async (account) => {
  const caller = callerOf(account, keda);
  const loose = await Promise.all(
    ['default', FOREIGN, fn, keda].map(async (namespace) => {
      const path = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';
      const { body } = await caller({ method: 'POST', path, body: { spec: { namespace } } });
      const { resourceRules } = JSON.parse(body).status as { resourceRules: { [key: string]: string[] }[] };
      expect(resourceRules.length).toBeGreaterThan(0);
      const words = ({ apiGroups = [], resources = [], verbs = [] }: { [key: string]: string[] }) => [
        ...apiGroups,
        ...resources,
        ...verbs,
      ];
      const isLoose = (word: string) => /\*|^batch$/.test(word) || (word === 'secrets' && namespace !== keda);
      return resourceRules.filter((rule) => words(rule).some(isLoose));
    }),
  );
  expect(loose.flat()).toEqual([]);
});
