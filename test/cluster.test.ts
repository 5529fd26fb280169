import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { loadAll } from 'js-yaml';
import {
  CloudflareTunnel,
  DnsRecords,
  Environment,
  GatewayEdge,
  GitOps,
  GoFunctionChart,
  InputError,
  KedaPlatform,
  type KedaPlatformProps,
  Monitoring,
  ProjectChart,
  TunnelMode,
  toFiles,
  warningsOf,
} from '../lib';

const MODE = TunnelMode.local({ tunnelId: 'f70ff985-a4ef-4643-bbbc-4a0ed4fc8415' });
const cluster = (kedaNamespace?: string) =>
  new Environment(new App(), 'production', { domain: 'fn.test', kedaNamespace });
const hello = (scope: Construct, kedaNamespace?: string) =>
  new GoFunctionChart(scope, 'hello', { project: 'shop', image: 'a/b:1', kedaNamespace });
const files = (scope: Construct) => toFiles(scope.node.root as App);
// biome-ignore lint/suspicious/noExplicitAny: rendered objects of all kinds
const objects = (scope: Construct): any[] => Object.values(files(scope)).flatMap((text) => loadAll(text));

describe('the namespace of the platform', () => {
  test('is told to all that comes after it', () => {
    const environment = cluster();
    new KedaPlatform(environment, 'keda', { namespace: 'keda-system' });
    new ProjectChart(environment, 'shop', { name: 'shop' });
    new CloudflareTunnel(environment, 'tunnel', { mode: MODE });
    new GatewayEdge(environment, 'gateway', { parentRefs: [{ name: 'a' }] });
    new DnsRecords(environment, 'dns', { target: 'a.test' });
    new Monitoring(environment, 'monitoring');
    hello(environment);
    expect(environment.kedaNamespace).toBe('keda-system');
    const text = Object.values(files(environment)).join('\n');
    expect(text).toContain('scalerAddress: keda-add-ons-http-external-scaler.keda-system:9090\n');
    expect(text).not.toMatch(/namespace: keda$/m);
    expect(text).not.toMatch(/metadata\.name: keda$/m);
    expect(text).not.toContain('.keda:9090');
  });

  test('without an Environment too', () => {
    const app = new App();
    new KedaPlatform(app, 'keda', { namespace: 'keda-system' });
    new GoFunctionChart(app, 'hello', { project: 'shop', image: 'a/b:1', hosts: ['a.test'] });
    expect(files(app)['hello.yaml']).toContain('external-scaler.keda-system:9090');
  });

  const ALLOWED =
    'is not that of production/keda; allowed: "keda-system", which an Environment can say as its kedaNamespace, or a KedaPlatform made first';

  test.each([
    ['a function made before it', (e: Environment) => hello(e), 'production/hello: kedaNamespace "keda"'],
    [
      'a project made before it',
      (e: Environment) => new ProjectChart(e, 'shop', { name: 'shop' }),
      'production/shop: kedaNamespace "keda"',
    ],
    [
      'a tunnel with another',
      (e: Environment) => new CloudflareTunnel(e, 'tunnel', { mode: MODE, kedaNamespace: 'other' }),
      'production/tunnel: kedaNamespace "other"',
    ],
    [
      'monitoring with another',
      (e: Environment) => new Monitoring(e, 'monitoring', { namespace: 'other' }),
      'production/monitoring: kedaNamespace "other"',
    ],
  ])('%s is an error', (_, build, message) => {
    const environment = cluster();
    build(environment);
    expect(() => files(environment)).not.toThrow();
    new KedaPlatform(environment, 'keda', { namespace: 'keda-system' });
    expect(() => files(environment)).toThrow(InputError);
    expect(() => files(environment)).toThrow(`${message} ${ALLOWED}`);
  });

  test('another one than that of its Environment is an error', () => {
    const environment = cluster('scaling');
    new KedaPlatform(environment, 'keda', { namespace: 'keda-system' });
    expect(() => files(environment)).toThrow(`production/keda: kedaNamespace "scaling" ${ALLOWED}`);
    expect(() => hello(cluster('scaling'), 'scaling')).not.toThrow();
  });

  test('of a KEDA that is there already is what is said of it', () => {
    const environment = cluster('scaling');
    hello(environment);
    expect(files(environment)['production/hello.yaml']).toContain('external-scaler.scaling:9090');
  });

  test('a second platform is an error, in another cluster it is none', () => {
    const app = new App();
    const [one, two] = ['one', 'two'].map((id) => new Environment(app, id, { domain: 'fn.test' })) as Environment[];
    new KedaPlatform(one!, 'keda');
    new KedaPlatform(two!, 'keda', { namespace: 'b' });
    expect(() => new KedaPlatform(new Construct(one!, 'again'), 'keda', { namespace: 'b' })).toThrow(
      new InputError('one/again/keda: is a second KedaPlatform, beside one/keda; allowed: one in an Environment'),
    );
  });
});

describe('a function whose namespace nobody makes', () => {
  const WARNING =
    'production/hello: no ProjectChart "shop" makes the namespace fn-shop, or says with createNamespace: false that it exists';

  test.each([
    ['no project at all', undefined, [WARNING]],
    ['another project', { name: 'bank' }, [WARNING]],
    ['its project, made later', { name: 'shop' }, []],
    ['its project, whose namespace exists', { name: 'shop', createNamespace: false }, []],
  ])('%s', (_, project, warnings) => {
    const environment = cluster();
    hello(environment);
    if (project) new ProjectChart(environment, 'project', project);
    expect(warningsOf(environment)).toEqual(warnings);
  });
});

describe('a namespace that is not ours', () => {
  const shared = { namespace: 'kube-system', createNamespace: false };

  test.each(['kube-system', 'kube-public', 'kube-node-lease', 'default'])('%s is not made', (namespace) => {
    const allowed = `namespace "${namespace}" is a namespace that every cluster has; allowed: another one, or createNamespace: false`;
    expect(() => new KedaPlatform(cluster(), 'keda', { namespace })).toThrow(
      new InputError(`production/keda: ${allowed}`),
    );
    expect(() => new KedaPlatform(cluster(namespace), 'keda')).toThrow(new InputError(`production/keda: ${allowed}`));
    expect(() => new CloudflareTunnel(cluster(), 'edge', { mode: MODE, namespace })).toThrow(
      new InputError(`production/edge: ${allowed}`),
    );
    expect(() => new KedaPlatform(cluster(), 'keda', { namespace, createNamespace: false })).not.toThrow();
  });

  test.each([
    ['kube-system', shared],
    ['one of somebody else', { namespace: 'platform', createNamespace: false }],
  ])('is neither made nor labelled: %s', (_, props: KedaPlatformProps) => {
    const environment = cluster();
    new KedaPlatform(environment, 'keda', props);
    new Monitoring(new Construct(environment, 'watch'), 'monitoring');
    new ProjectChart(new Construct(environment, 'fn'), 'shop', { name: 'shop', createNamespace: false });
    new CloudflareTunnel(new Construct(environment, 'edge'), 'tunnel', { mode: MODE, ...props });
    new GitOps(new Construct(environment, 'gitops'), 'argocd', { argocd: { repoUrl: 'https://git.test/a.git' } });
    const all = objects(environment);
    expect(all.filter(({ kind }) => kind === 'Namespace')).toEqual([]);
    const projects = all.filter(({ kind }) => kind === 'AppProject');
    const kinds = projects.flatMap(({ spec }) => spec.clusterResourceWhitelist ?? []);
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds.filter(({ kind }) => kind === 'Namespace')).toEqual([]);
  });

  test('what lives in it has names of its own', () => {
    const environment = cluster();
    new KedaPlatform(environment, 'keda', shared);
    const names = objects(environment)
      .filter(({ metadata }) => metadata.namespace === 'kube-system')
      .map(({ metadata }) => metadata.name);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !/keda/.test(name))).toEqual([]);
  });

  test('takes no labels', () => {
    const project = { name: 'shop', createNamespace: false, labels: { team: 'a' } };
    expect(() => new ProjectChart(cluster(), 'shop', project)).toThrow(
      'production/shop: labels has no effect where the namespace is not made here; allowed: none, or createNamespace: true',
    );
  });
});
