import { App } from 'cdk8s';
import { loadAll } from 'js-yaml';
import {
  DnsRecords,
  Environment,
  FunctionChart,
  type FunctionChartProps,
  GatewayEdge,
  IngressEdge,
  InputError,
  KedaPlatform,
  Naming,
  ProjectChart,
  Runtime,
  toFiles,
  Visibility,
  warningsOf,
} from '../../lib';
import { isInternal } from '../../lib/function/routing/hosts';

// biome-ignore lint/suspicious/noExplicitAny: rendered objects of all kinds
type Any = any;

const cluster = (clusterDomain?: string) =>
  new Environment(new App(), 'production', { domain: 'fn.test', kedaNamespace: 'scaling', clusterDomain });
const add = (environment: Environment, id: string, props: Partial<FunctionChartProps> = {}) =>
  new FunctionChart(environment, id, { runtime: Runtime.GO, project: 'shop', image: 'a/b:1', ...props });
const render = (environment: Environment, id: string): Any[] =>
  loadAll(toFiles(environment.node.root as App)[`production/${id}.yaml`]!);
const { INTERNAL, PUBLIC } = Visibility;

test.each([
  ['hello', true],
  ['hello.fn-shop', true],
  ['hello.shop.svc', true],
  ['*.shop.svc', true],
  ['hello.shop.svc.k8s.test', true],
  ['k8s.test', true],
  ['hello.shop.svc.cluster.local', true],
  ['hello.fn.test', false],
  ['fn-shop.test', false],
  ['a.fn-shop.test', false],
  ['*.test', false],
  ['svc.test', false],
  ['notk8s.test', false],
  ['hello.internal', false],
])('%s is internal: %p', (host, internal) =>
  expect(isInternal(host, { clusterDomain: 'k8s.test', naming: new Naming() })).toBe(internal),
);

describe('an internal function', () => {
  test('has a name in its namespace that leads to the interceptor, and routes for each form of it', () => {
    const environment = cluster('k8s.test');
    const chart = add(environment, 'stock', { visibility: INTERNAL });
    expect(chart.hosts).toEqual(['stock.fn-shop', 'stock.fn-shop.svc', 'stock.fn-shop.svc.k8s.test']);
    expect(chart.publicHosts).toEqual([]);
    const objects = render(environment, 'stock');
    const labels = environment.naming.labelsOf({ project: 'shop', name: 'stock' });
    expect(objects.find(({ kind }) => kind === 'InterceptorRoute').spec.rules).toEqual([{ hosts: chart.hosts }]);
    expect(objects.filter(({ kind }) => kind === 'Service').map(({ metadata, spec }) => [metadata, spec])).toEqual([
      [{ name: 'fn-stock', namespace: 'fn-shop', labels }, expect.anything()],
      [
        { name: 'stock', namespace: 'fn-shop', labels },
        { type: 'ExternalName', externalName: 'keda-add-ons-http-interceptor-proxy.scaling.svc.k8s.test' },
      ],
    ]);
  });

  test('needs no domain', () => {
    const app = new App();
    new FunctionChart(app, 'a', { runtime: Runtime.GO, project: 'p', image: 'a:1', visibility: INTERNAL });
    expect(toFiles(app)['a.yaml']).toContain('- a.fn-p.svc.cluster.local\n');
  });

  test.each([
    [
      { hosts: ['a.example.com'] },
      'hosts[0] "a.example.com" is public; allowed: with visibility internal: stock.fn-shop, ',
    ],
    [
      { name: '2fa' },
      'hosts[0] "2fa.fn-shop" begins with a digit, which a Service\'s name must not; allowed: a letter first',
    ],
    [
      { hosts: ['x.fn-shop', 'fn-stock.fn-shop.svc'] },
      'hosts[1] "fn-stock.fn-shop.svc" is the function\'s own Service',
    ],
  ])('%j is refused', (props, message) => {
    const build = () => add(cluster(), 'stock', { visibility: INTERNAL, ...props });
    expect(build).toThrow(InputError);
    expect(build).toThrow(`production/stock: ${message}`);
  });
});

describe('internal hosts of a public function', () => {
  const hosts = ['stock.fn.test', 'stock.fn-shop.svc.cluster.local', 'stock.shop.svc.cluster.local', 'own.example.com'];

  test('are routed, and each in its own namespace has a name there', () => {
    const environment = cluster();
    add(environment, 'stock', { hosts, visibility: PUBLIC });
    const objects = render(environment, 'stock');
    expect(objects.find(({ kind }) => kind === 'InterceptorRoute').spec.rules).toEqual([{ hosts }]);
    expect(objects.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name)).toEqual([
      'fn-stock',
      'stock',
    ]);
  });

  test('no edge leads to them, none warns of them', () => {
    const environment = cluster();
    new KedaPlatform(environment, 'keda');
    new ProjectChart(environment, 'project', { name: 'shop' });
    const charts = [
      new GatewayEdge(environment, 'gateway', { parentRefs: [{ name: 'a' }], hosts: undefined }),
      new IngressEdge(environment, 'ingress', { tlsSecret: 'a' }),
    ];
    const dns = new DnsRecords(environment, 'dns', { target: 'a.test' });
    add(environment, 'stock', { hosts });
    add(environment, 'inside', { visibility: INTERNAL });
    expect(charts.map((chart) => chart.hosts)).toEqual(charts.map(() => ['*.fn.test', 'own.example.com']));
    expect(dns.records.map(({ name }) => name)).toEqual(['*.fn.test', 'own.example.com']);
    const files = toFiles(environment.node.root as App);
    for (const id of ['gateway', 'ingress', 'dns']) expect(files[`production/${id}.yaml`]).not.toContain('.svc');
    expect(warningsOf(environment)).toEqual([]);
  });

  test('an edge cannot be given one', () => {
    const build = () => new IngressEdge(cluster(), 'edge', { hosts: ['a.test', 'stock.shop.svc'] });
    expect(build).toThrow(
      new InputError(
        'production/edge: hosts[1] "stock.shop.svc" is known within the cluster alone; allowed: public host names',
      ),
    );
  });

  test('a domain within the cluster leads no edge in', () => {
    const environment = new Environment(new App(), 'production', { domain: 'fn.cluster.local' });
    const dns = new DnsRecords(environment, 'dns', { target: 'a.test' });
    add(environment, 'a', { hosts: ['a.example.com'] });
    add(environment, 'b');
    expect(dns.records.map(({ name }) => name)).toEqual(['a.example.com']);
  });

  test("of another cluster's domain are refused", () => {
    expect(() => add(cluster('k8s.test'), 'stock', { hosts: ['stock.shop.svc.cluster.local'] })).toThrow(
      'hosts[0] "stock.shop.svc.cluster.local" is not in the cluster\'s domain; allowed: names that end with ".k8s.test"',
    );
  });
});

test('two functions with one internal host are a conflict', () => {
  const environment = cluster();
  add(environment, 'stock', { visibility: INTERNAL });
  add(environment, 'other', { hosts: ['stock.fn-shop.svc'] });
  expect(() => toFiles(environment.node.root as App)).toThrow(
    'production/other: host "stock.fn-shop.svc" also leads to production/stock; allowed: one function per host, path and headers',
  );
});
