import { spawnSync } from 'node:child_process';
import { ApiObject, App } from 'cdk8s';
import { Environment, FunctionChart, KedaPlatform, ProjectChart, Runtime, toFiles } from '../../lib';
import { kubectl, waitUntil } from './cluster';

// Routes that are not made here, asked of the API server without being stored. Nothing of KEDA has to run for that.
const POLICY = 'cdk8s-keda-functions-allowed-hosts';
const CRDS = ['interceptorroutes.http.keda.sh', 'httpscaledobjects.http.keda.sh'];
const VICTIM = 'tenants-shop';
const THIEF = 'tenants-thief';
const STRANGER = 'tenants-stranger';

const ANY = [{}];
const route = (hosts: string[], more = {}) => routeOf([{ hosts, ...more }]);
const routeOf = (rules: object[] | undefined) => ({
  apiVersion: 'http.keda.sh/v1beta1',
  kind: 'InterceptorRoute',
  spec: { target: { service: 'a', port: 80 }, rules, scalingMetric: { concurrency: { targetValue: 1 } } },
});
const scaled = (hosts?: string[], more = {}) => ({
  apiVersion: 'http.keda.sh/v1alpha1',
  kind: 'HTTPScaledObject',
  spec: { hosts, ...more, scaleTargetRef: { name: 'a', service: 'a', port: 80 } },
});

/** What the API server says of an object in a namespace; nothing if it takes it. */
function refusal(namespace: string, object: object, action = 'create', dryRun = true): string {
  const input = JSON.stringify({ metadata: { name: 'grab', namespace }, ...object });
  const args = [action, '-f', '-', ...(dryRun ? ['--dry-run=server'] : [])];
  const { status, stderr } = spawnSync('kubectl', args, { input, encoding: 'utf8' });
  return status === 0 ? '' : stderr;
}

beforeAll(async () => {
  const app = new App();
  const environment = new Environment(app, 'e', {
    domain: 'fn.test',
    requireAllowedHosts: true,
    naming: { namespace: 'tenants-{project}' },
  });
  new KedaPlatform(environment, 'keda');
  new ProjectChart(environment, 'shop', { name: 'shop', allowedHosts: ['*.shop.example.com'] });
  new ProjectChart(environment, 'thief', { name: 'thief', allowedHosts: ['thief.example.com', '*.thief.example.com'] });
  const shared = { runtime: Runtime.GO, image: 'a/b:1' };
  new FunctionChart(environment, 'web', { ...shared, project: 'shop' });
  new FunctionChart(environment, 'grab', { ...shared, project: 'thief' });
  toFiles(app);
  const objects = environment.node.findAll().filter(ApiObject.isApiObject);
  const wanted = ({ kind, name }: ApiObject) =>
    kind === 'Namespace' ? name !== 'keda' : CRDS.includes(name) || name === POLICY;
  const items = objects.filter(wanted).map((object) => object.toJson());
  kubectl('create', 'namespace', STRANGER);
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  const { stderr, status } = spawnSync('kubectl', ['apply', '--server-side', '--force-conflicts', '-f', '-'], {
    input,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  kubectl('wait', '--for=condition=Established', ...CRDS.map((name) => `crd/${name}`), '--timeout=60s');
  await waitUntil('the policy holds', 30, () => refusal(STRANGER, route(['any.test'])) !== '');
}, 120_000);

afterAll(() => {
  // every later test on this cluster makes routes
  kubectl('delete', 'validatingadmissionpolicybinding', POLICY);
  kubectl('delete', 'validatingadmissionpolicy', POLICY);
  kubectl('delete', 'namespace', VICTIM, THIEF, STRANGER, '--wait=false');
});

test('the API server finds nothing wrong with the types of the policy', async () => {
  const status = () => kubectl('get', 'validatingadmissionpolicy', POLICY, '-o', 'jsonpath={.status}');
  await waitUntil('types are checked', 20, () => status().includes('observedGeneration'));
  expect(status()).toContain('typeChecking');
  expect(status()).not.toContain('expressionWarnings');
}, 30_000);

const NOT_YOURS = (host: string) => `host "${host}" is not one that the namespace ${THIEF} may have`;
const NO_HOSTS = 'a rule without hosts takes the requests of every host';

test.each<[string, object, string]>([
  ['the default host of another project', route(['web.fn.test']), NOT_YOURS('web.fn.test')],
  ['a path under it', route(['web.fn.test'], { paths: [{ value: '/pay' }] }), NOT_YOURS('web.fn.test')],
  [
    'requests for it with a header',
    route(['web.fn.test'], { headers: [{ name: 'cookie' }] }),
    NOT_YOURS('web.fn.test'),
  ],
  ['a name below it', route(['login.web.fn.test']), NOT_YOURS('login.web.fn.test')],
  ['all below it', route(['*.web.fn.test']), NOT_YOURS('*.web.fn.test')],
  ['all below the domain', route(['*.fn.test']), NOT_YOURS('*.fn.test')],
  ['all below a top-level domain', route(['*.test']), NOT_YOURS('*.test')],
  ['every host', route(['*']), NOT_YOURS('*')],
  ['no hosts', routeOf([{ paths: [{ value: '/' }] }]), NO_HOSTS],
  ['an empty list of hosts', route([]), ''],
  ['a second rule without hosts', routeOf([{ hosts: ['grab.fn.test'] }, ...ANY]), ''],
  ['a second rule', routeOf([{ hosts: ['grab.fn.test'] }, { hosts: ['web.fn.test'] }]), NOT_YOURS('web.fn.test')],
  ['a second host', route(['grab.fn.test', 'web.fn.test']), NOT_YOURS('web.fn.test')],
  ['its port, which the interceptor cuts off', route(['web.fn.test:80']), ''],
  ['a port that ends as an allowed host', route(['web.fn.test:x.thief.example.com']), ''],
  ['brackets, which the interceptor cuts off', route(['[web.fn.test]:x.thief.example.com']), ''],
  ['an empty host, which is every host', route(['']), ''],
  ['upper case', route(['WEB.fn.test']), ''],
  ['a dot at its end', route(['web.fn.test.']), ''],
  ['what the allowed hosts of the other one cover', route(['pay.shop.example.com']), NOT_YOURS('pay.shop.example.com')],
  ['a name of its namespace', route([`stock.${VICTIM}.svc`]), NOT_YOURS(`stock.${VICTIM}.svc`)],
  ['a host that ends as an allowed one', route(['not-thief.example.com']), NOT_YOURS('not-thief.example.com')],
  ['an HTTPScaledObject', scaled(['web.fn.test']), NOT_YOURS('web.fn.test')],
  ['an HTTPScaledObject by path', scaled(['web.fn.test'], { pathPrefixes: ['/pay'] }), NOT_YOURS('web.fn.test')],
  ['an HTTPScaledObject without hosts', scaled(), NO_HOSTS],
])('refused: %s', (_, object, message) => {
  expect(refusal(THIEF, object)).toContain(message || 'grab');
  expect(refusal(THIEF, object)).toMatch(/is forbidden: ValidatingAdmissionPolicy|is invalid/);
});

test.each<[string, string, object]>([
  ['its default host', THIEF, route(['grab.fn.test'])],
  ['by path and header', THIEF, route(['grab.fn.test'], { paths: [{ value: '/a' }], headers: [{ name: 'x' }] })],
  ['an allowed host', THIEF, route(['thief.example.com'])],
  [
    'what an allowed wildcard covers',
    VICTIM,
    route(['a.b.shop.example.com', '*.shop.example.com', '*.c.shop.example.com']),
  ],
  ['a name of its own namespace', THIEF, route([`x.${THIEF}`, `x.${THIEF}.svc`, `x.${THIEF}.svc.cluster.local`])],
  ['a name of a namespace that says nothing', STRANGER, route([`x.${STRANGER}.svc`])],
  ['an HTTPScaledObject', THIEF, scaled(['grab.fn.test'])],
  ['a route that leads nowhere', THIEF, routeOf(undefined)],
])('taken: %s', (_, namespace, object) => {
  expect(refusal(namespace, object)).toBe('');
});

test('what is there may lose a finalizer, and not change its hosts', () => {
  expect(refusal(THIEF, route(['grab.fn.test']), 'create', false)).toBe('');
  expect(refusal(THIEF, route(['web.fn.test']), 'replace')).toContain(NOT_YOURS('web.fn.test'));
  kubectl('annotate', 'namespace', THIEF, 'cdk8s-keda-functions/allowed-hosts=other.test', '--overwrite');
  const label = () => kubectl('label', 'interceptorroute', 'grab', '-n', THIEF, 'a=b', '--overwrite');
  expect(label).not.toThrow();
  kubectl('delete', 'interceptorroute', 'grab', '-n', THIEF);
});
