import { App } from 'cdk8s';
import { Construct } from 'constructs';
import {
  CloudflareTunnel,
  Environment,
  FunctionChart,
  InputError,
  KedaPlatform,
  Monitoring,
  Runtime,
  TunnelMode,
  toFiles,
} from '../lib';

test('an environment is found from below, and is the scope of what shares its cluster', () => {
  const app = new App();
  const environment = new Environment(app, 'production', { domain: 'fn.test' });
  const inner = new Construct(new Construct(environment, 'functions'), 'hello');
  const outer = new Construct(app, 'outer');
  const { domain, kedaNamespace, clusterDomain } = environment;
  expect([domain, kedaNamespace, clusterDomain]).toEqual(['fn.test', 'keda', 'cluster.local']);
  expect(Environment.of(inner)).toBe(environment);
  expect(Environment.of(environment)).toBe(environment);
  expect(Environment.of(outer)).toBeUndefined();
  expect(Environment.scopeOf(inner)).toBe(environment);
  expect(Environment.scopeOf(outer)).toBe(app);
});

test('the nearest environment wins', () => {
  const outer = new Environment(new App(), 'outer', { domain: 'a.b' });
  const inner = new Environment(outer, 'inner', { domain: 'c.d', kedaNamespace: 'scaling' });
  expect(Environment.of(new Construct(inner, 'x'))).toBe(inner);
  expect(inner.kedaNamespace).toBe('scaling');
});

test.each([
  [{ domain: '' }, 'production: domain "" is invalid; allowed: DNS labels joined by ".", no port, no path'],
  [{ domain: 'a b' }, 'production: domain "a b" is not a host name; allowed:'],
  [{ domain: '*.a' }, 'production: domain "*.a" is not a host name; allowed:'],
  [
    { domain: 'a.b', clusterDomain: 'corp.test.' },
    'production: clusterDomain "corp.test." is not a host name; allowed:',
  ],
  [
    { domain: 'a.b', clusterDomain: '' },
    'production: clusterDomain "" is invalid; allowed: DNS labels joined by ".", no port, no path',
  ],
  [{ domain: 'a.b', clusterDomain: 'a:53' }, 'production: clusterDomain "a:53" is not a host name; allowed:'],
  [{ domain: 'a.b', kedaNamespace: 'K' }, 'production: kedaNamespace "K" is not a DNS label; allowed:'],
])('%j is refused', (props, message) => {
  const build = () => new Environment(new App(), 'production', props);
  expect(build).toThrow(InputError);
  expect(build).toThrow(message);
});

test('the domain of the cluster is where Services are named in full, and nowhere else in the code', () => {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'fn.test', clusterDomain: 'k8s.corp.test' });
  expect(Environment.clusterDomainOf(new Construct(environment, 'x'))).toBe('k8s.corp.test');
  expect(Environment.clusterDomainOf(new Construct(app, 'x'))).toBe('cluster.local');
  new KedaPlatform(environment, 'keda');
  new CloudflareTunnel(environment, 'tunnel', {
    mode: TunnelMode.local({ tunnelId: 'f70ff985-a4ef-4643-bbbc-4a0ed4fc8415' }),
  });
  new Monitoring(environment, 'monitoring');
  new FunctionChart(environment, 'hello', { runtime: Runtime.GO, project: 'p', image: 'a:1' });
  const { 'e/keda/crds.yaml': _, ...files } = toFiles(app);
  const text = Object.values(files).join('\n');
  expect(text).not.toContain('cluster.local');
  for (const use of [
    '--k8s-cluster-domain=k8s.corp.test\n',
    '--metrics-service-address=keda-operator.keda.svc.k8s.corp.test:9666\n',
    'service: http://keda-add-ons-http-interceptor-proxy.keda.svc.k8s.corp.test:8080\n',
  ]) {
    expect(text).toContain(use);
  }
});
