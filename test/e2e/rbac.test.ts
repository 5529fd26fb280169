import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration } from 'cdk8s';
import {
  Environment,
  EnvSource,
  FunctionChart,
  JobChart,
  KedaPlatform,
  ProjectChart,
  Rbac,
  Runtime,
  Scaler,
  Trigger,
  toFiles,
  writeFiles,
} from '../../lib';
import { type Caller, callerOf } from './api-server';
import { attacks, FOREIGN } from './attacks';
import { apply, forward, get, image, kubectl, untilReady, waitUntil } from './cluster';
import { refusal } from './commands';

// KEDA with the rights of what is declared: that works, and nothing else does for whoever has a token of it.

jest.setTimeout(240_000);

const fn = 'fn-rights';
const keda = 'keda';
const { seconds } = Duration;
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
const quick = { cooldown: seconds(5), initialCooldown: seconds(0), requestRateWindow: seconds(5) };
const shared = { project: 'rights', runtime: Runtime.GO, image: image('go') };
const countOf = (resourceKind: string, resourceName: string) =>
  Trigger.kubernetesResource({ resourceKind, resourceName, key: 'count', targetValue: 1 });
const pods = (name: string) =>
  kubectl('get', 'pods', '-n', fn, '-l', `app.kubernetes.io/instance=fn-${name}`, '-o', 'name').trim();

let interceptor: { port: number; close: () => void };

function declaredIn(app: App): Environment {
  const created = new Environment(app, 'rights', { domain: 'fn.test' });
  new KedaPlatform(created, 'keda', { rbac: Rbac.FUNCTIONS });
  new ProjectChart(created, 'project', { name: 'rights' });
  const envValueFrom = { LEVEL: EnvSource.configMapKey('c', 'level'), PASSWORD: EnvSource.secretKey('s', 'password') };
  new FunctionChart(created, 'hello', { ...shared, ...quick, envValueFrom });
  new FunctionChart(created, 'older', { ...shared, ...quick, scaler: Scaler.HTTP_SCALED_OBJECT });
  return created;
}

beforeAll(async () => {
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
  untilReady(keda);
  interceptor = await forward(keda, 'keda-add-ons-http-interceptor-proxy', 8080);
}, 400_000);

afterAll(() => {
  interceptor?.close();
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

test.each(['hello', 'older'])('%s wakes for a request, and goes back to zero', async (name) => {
  await waitUntil(`${name} at zero`, 60, () => pods(name) === '');
  expect(await get(interceptor.port, `${name}.fn.test`)).toMatchObject({ status: 200, coldStart: true });
  await waitUntil(`${name} at zero`, 60, () => pods(name) === '');
});

test('what is declared later is served: a trigger that reads a Secret, one that reads a ConfigMap, one of pods, and a job', async () => {
  const app = new App();
  const environment = declaredIn(app);
  const often = { pollingInterval: seconds(2), maxReplicas: 2 };
  const alone = { ...shared, ...often, http: false, cooldown: seconds(5), initialCooldown: seconds(0) };
  new FunctionChart(environment, 'secret', { ...alone, triggers: [countOf('Secret', 's')] });
  new FunctionChart(environment, 'map', { ...alone, triggers: [countOf('ConfigMap', 'c')] });
  const podSelector = 'app.kubernetes.io/instance=fn-map';
  new FunctionChart(environment, 'pods', {
    ...alone,
    triggers: [Trigger.kubernetesWorkload({ podSelector, value: 1 })],
  });
  new JobChart(environment, 'job', { ...shared, ...often, triggers: [countOf('Secret', 's')] });
  apply(app, PLATFORM);
  untilReady(keda);
  await Promise.all(['secret', 'map', 'pods'].map((name) => waitUntil(`${name} runs`, 120, () => pods(name) !== '')));
  await waitUntil('a job', 60, () => kubectl('get', 'jobs', '-n', fn, '-o', 'name') !== '');
  const other = callerOf('keda-operator', keda);
  expect((await other({ method: 'GET', path: `/api/v1/namespaces/${FOREIGN}/secrets/s` })).status).toBe(403);
});

test('a ScaledObject of others, whose pods take variables from a ConfigMap, is not scaled and holds nothing up', async () => {
  kubectl('set', 'env', 'deployment/d', '-n', FOREIGN, '--from=configmap/c');
  const scaled = ['scaledobject', 'theirs', '-n', FOREIGN];
  kubectl('create', '-f', `${__dirname}/foreign-scaled-object.yaml`);
  // it may not write a status there, and resolves the variables when it takes its finalizer off
  const finalizers = () => kubectl('get', ...scaled, '-o', 'jsonpath={.metadata.finalizers}');
  await waitUntil('KEDA looked at it', 60, () => finalizers().includes('finalizer.keda.sh'));
  expect(kubectl('get', 'deployment', 'd', '-n', FOREIGN, '-o', 'jsonpath={.spec.replicas}')).toBe('0');
  kubectl('delete', ...scaled, '--timeout=30s');
});

test('a namespace goes, although its roles may go first', () => {
  kubectl('delete', 'namespace', fn, '--timeout=120s');
});

test('install takes no right from what others have', () => {
  const platform = (rbac: Rbac) => {
    const app = new App();
    new KedaPlatform(new Environment(app, 'rights', { domain: 'fn.test' }), 'keda', { rbac });
    return app;
  };
  apply(platform(Rbac.UPSTREAM), PLATFORM);
  kubectl('create', '-f', `${__dirname}/foreign-scaled-object.yaml`);
  const root = mkdtempSync(join(tmpdir(), 'rights-'));
  writeFiles(root, toFiles(platform(Rbac.FUNCTIONS)));
  const said = refusal('install', join(root, 'rights'));
  expect(said).toContain(
    'error: ScaledObject foreign/theirs: KEDA could no longer update deployments.apps/scale in foreign\n',
  );
  expect(kubectl('get', 'clusterrole', 'keda-operator', '-o', 'json')).toContain('*/scale');
  kubectl('delete', 'scaledobject', 'theirs', '-n', FOREIGN, '--timeout=60s');
});
