import { App } from 'cdk8s';
import { Environment, FunctionChart, PortProtocol, ProjectChart, Runtime, toFiles, warningsOf } from '../../lib';
import { FUNCTION, functionProblems } from '../catalog/folder';
import { render } from './render';

const ports = { metrics: { port: 9090 } };

test('a function that speaks HTTP says nothing of an application protocol', () => {
  expect(render({ protocol: undefined }).Service.spec.ports).toEqual([
    { name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' },
  ]);
});

test('the policy of a function with ports lets the interceptor in, and to each port whom it names', () => {
  const { NetworkPolicy } = render({
    ports: { ...ports, dns: { port: 53, protocol: PortProtocol.UDP, fromNamespaces: ['b', 'a'] } },
  });
  const namespaces = (...values: string[]) => ({
    namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values }] },
  });
  expect(NetworkPolicy.metadata).toMatchObject({ name: 'fn-hello', namespace: 'fn-shop' });
  expect(NetworkPolicy.spec).toEqual({
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'hello', 'app.kubernetes.io/instance': 'fn-hello' } },
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'keda' } },
            podSelector: { matchLabels: expect.objectContaining({ 'app.kubernetes.io/component': 'interceptor' }) },
          },
        ],
        ports: [{ port: 'http', protocol: 'TCP' }],
      },
      { from: [namespaces('fn-shop')], ports: [{ port: 'metrics', protocol: 'TCP' }] },
      { from: [namespaces('b', 'a')], ports: [{ port: 'dns', protocol: 'UDP' }] },
    ],
  });
  expect(render().NetworkPolicy).toBeUndefined();
});

/** A function with ports whose project has no NetworkPolicy, made before it or after. */
function withoutPolicy(order: ('project' | 'function')[]): { [file: string]: string } {
  const app = new App();
  const environment = new Environment(app, 'e', { domain: 'fn.test' });
  for (const what of order) {
    if (what === 'project') new ProjectChart(environment, 'p', { name: 'shop', networkPolicy: false });
    else new FunctionChart(environment, 'hello', { runtime: Runtime.GO, project: 'shop', image: 'a/b:1', ports });
  }
  expect(warningsOf(app)).toEqual([]);
  return toFiles(app) as { [file: string]: string };
}

test('a project without a policy has none for ports, which would close the others', () => {
  expect(withoutPolicy(['project', 'function'])['e/hello.yaml']).not.toContain('NetworkPolicy');
  expect(() => withoutPolicy(['function', 'project'])).toThrow(
    'e/hello: its NetworkPolicy adds to those of a ProjectChart that is made later; allowed: make it before the function',
  );
});

test.each([
  ['protocol: http2', 'protocol "http2" is invalid; allowed: http, h2c, grpc'],
  [
    'ports: {http: {port: 9090}}',
    'ports.http is taken: it is the port of the requests; allowed: port, or another name',
  ],
  ['ports: {9090: {port: 9090}}', 'ports.9090 is not the name of a port; allowed: a-z, 0-9 and single "-"'],
  ['ports: {a-name-too-long1: {port: 9090}}', 'ports.a-name-too-long1 is not the name of a port; allowed: a-z'],
  ['ports: {a--b: {port: 9090}}', 'ports.a--b is not a valid name; allowed: a-z, 0-9 and single "-"'],
  ['ports: {Metrics: {port: 9090}}', 'ports.Metrics is not a valid name; allowed: lower case, "metrics"'],
  ['ports: {metrics: {}}', 'ports.metrics.port is missing; allowed: a whole number from 1 to 65535'],
  ['ports: {metrics: {port: 0}}', 'ports.metrics.port 0 is invalid; allowed: a whole number from 1 to 65535'],
  ['ports: {metrics: {port: 9090, protocol: SCTP}}', 'ports.metrics.protocol "SCTP" is invalid; allowed: TCP, UDP'],
  ['ports: {metrics: {port: 9090, fromNamespaces: []}}', 'ports.metrics.fromNamespaces [] is invalid; allowed: a list'],
  ['ports: {metrics: {port: 8080}}', "ports.metrics.port 8080 is the function's own port; allowed: another number"],
  ['ports: {web: {port: 80}}', "ports.web.port 80 is the Service's port for requests; allowed: another number"],
  ['ports: {a: {port: 9}, b: {port: 9, protocol: TCP}}', 'ports.b.port 9 is that of a too; allowed: another number'],
])('%s is refused', (yaml, problem) => {
  expect(functionProblems(FUNCTION + yaml)).toEqual([expect.stringContaining(`functions/p/hello.yaml:3: ${problem}`)]);
});

test('so is what code says; one number for TCP and for UDP is not', () => {
  expect(() => render({ ports: { metrics: { port: 8080 } } })).toThrow(
    "e/hello: ports.metrics.port 8080 is the function's own port; allowed: another number",
  );
  expect(() => render({ ports: { a: { port: 53 }, b: { port: 53, protocol: PortProtocol.UDP } } })).not.toThrow();
});
