import { App, Duration } from 'cdk8s';
import {
  CloudflareTunnel,
  type CloudflareTunnelProps,
  Environment,
  FunctionChart,
  IngressEdge,
  Runtime,
  TunnelMode,
  toFiles,
  warningsOf,
} from '../../lib';
import { addFunction, cluster, TUNNEL_ID } from './synth';

const MODE = TunnelMode.local({ tunnelId: TUNNEL_ID });
const tunnel = (environment = cluster(), props: Partial<CloudflareTunnelProps> = {}) =>
  new CloudflareTunnel(environment, 'edge', { mode: MODE, ...props });

describe('hosts', () => {
  test('one wildcard, and each host that it does not cover, once, sorted; also of functions that come later', () => {
    const environment = cluster();
    addFunction(environment, 'b', { hosts: ['z.example.com', 'b.fn.test', 'a.example.com'] });
    const chart = tunnel(environment);
    addFunction(environment, 'c', { hosts: ['a.example.com', '*.fn.test', 'fn.test', 'x.deep.fn.test'] });
    addFunction(environment, 'd', { hosts: ['*.wild.com', 'in.wild.com', 'further.in.wild.com'] });
    addFunction(environment, 'e');
    expect(chart.hosts).toEqual([
      '*.fn.test',
      '*.wild.com',
      'a.example.com',
      'fn.test',
      'further.in.wild.com',
      'x.deep.fn.test',
      'z.example.com',
    ]);
  });

  test('another cluster has its own', () => {
    const app = new App();
    const one = tunnel(cluster(app, 'one'));
    addFunction(cluster(app, 'two'), 'x', { hosts: ['two.example.com'] });
    expect(one.hosts).toEqual(['*.fn.test']);
  });

  test('those that are given take their place', () => {
    const environment = cluster();
    addFunction(environment, 'a', { hosts: ['a.example.com'] });
    const hosts = ['b.test', '*.example.com', 'a.example.com'];
    expect(tunnel(environment, { hosts }).hosts).toEqual(['*.example.com', 'b.test']);
  });

  test('none at all is an error', () => {
    const app = new App();
    new CloudflareTunnel(app, 'edge', { mode: MODE });
    expect(() => toFiles(app)).toThrow(
      'edge: no host leads in; allowed: hosts, an Environment around it that has a domain, or a function with hosts',
    );
  });
});

describe('warnings', () => {
  const warnings = (build: (environment: ReturnType<typeof cluster>) => void) => {
    const environment = cluster();
    build(environment);
    expect(Object.keys(toFiles(environment.node.root as App)).length).toBeGreaterThan(0);
    return warningsOf(environment.node.root);
  };
  const certificate = { advancedCertificate: true };

  test('a function that may take longer than the edge waits', () => {
    const found = warnings((environment) => {
      tunnel(environment, certificate);
      addFunction(environment, 'quick', { readinessTimeout: Duration.seconds(60), timeout: Duration.seconds(40) });
      addFunction(environment, 'slow', { readinessTimeout: Duration.millis(60_001), timeout: Duration.seconds(40) });
    });
    expect(found).toEqual([
      'production/edge: production/slow: readinessTimeout 60001ms and timeout 40s together are above 100s, after which Cloudflare answers 524',
    ]);
  });

  const depth = (host: string, zone: string) =>
    `production/edge: host "${host}" is more than one level below the zone ${zone}: Universal SSL does not cover it, an advanced certificate does (then say advancedCertificate)`;

  test.each([
    ['by default', {}, ['*.fn.test', 'a.example.com', 'b.a.example.com'], [depth('b.a.example.com', 'example.com')]],
    ['below a zone', { zone: 'fn.test' }, ['*.fn.test', '*.x.fn.test'], [depth('*.x.fn.test', 'fn.test')]],
    ['in a zone of four labels', { zone: 'x.a.co.uk' }, ['*.x.a.co.uk', 'x.a.co.uk'], []],
    ['a wildcard of the second level', {}, ['*.fn.example.com'], [depth('*.fn.example.com', 'example.com')]],
    ['with a certificate', certificate, ['*.fn.example.com'], []],
  ])('hosts that no certificate covers: %s', (_, props, hosts, expected) => {
    expect(warnings((environment) => tunnel(environment, { ...props, hosts }))).toEqual(expected);
  });

  test('a host of a function that does not lead in', () => {
    const found = warnings((environment) => {
      tunnel(environment, { hosts: ['*.example.com'] });
      addFunction(environment, 'hello', { hosts: ['a.example.com', 'a.test'] });
    });
    expect(found).toEqual([
      'production/edge: host "a.test" of production/hello is not among the hosts that lead in: *.example.com',
    ]);
  });
});

test('10,000 hosts are compared in no time, and a warning names ten of them', () => {
  const environment = new Environment(new App(), 'e', { domain: 'a.test' });
  const hosts = Array.from({ length: 10_000 }, (_, index) => `h${index}.b.test`);
  new FunctionChart(environment, 'f', { project: 'p', runtime: Runtime.GO, image: 'a:1', hosts });
  new IngressEdge(environment, 'ingress', { hosts: hosts.map((host) => `x.${host}`) });
  const start = performance.now();
  const found = warningsOf(environment).filter((line) => line.startsWith('e/ingress: '));
  expect(found).toHaveLength(10_000);
  expect(found[0]).toMatch(
    /^e\/ingress: host "h0.b.test" of e\/f is not among the hosts that lead in: (x\.h\d+\.b\.test, ){10}…$/,
  );
  expect(performance.now() - start).toBeLessThan(5000);
});
