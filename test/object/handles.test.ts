import { ApiObject, App, JsonPatch, Size } from 'cdk8s';
import {
  CloudflareTunnel,
  Edge,
  Environment,
  GoFunctionChart,
  KedaPlatform,
  ProjectChart,
  Scaler,
  TunnelMode,
  toFiles,
} from '../../lib';

const cluster = () => new Environment(new App(), 'production', { domain: 'fn.example.com' });
const named = (object?: ApiObject) => object && `${object.kind} ${object.name}`;
const fn = (scope: Environment, scaler?: Scaler) =>
  new GoFunctionChart(scope, 'hello', { project: 'shop', image: 'a/b:1', scaler });
const tunnelId = 'f70ff985-a4ef-4643-bbbc-4a0ed4fc8415';

test('a function', () => {
  const hello = fn(cluster());
  expect(named(hello.deployment)).toBe('Deployment fn-hello');
  expect(named(hello.service)).toBe('Service fn-hello');
  expect(named(hello.route)).toBe('InterceptorRoute fn-hello');
  expect(named(hello.scaledObject)).toBe('ScaledObject fn-hello');
  expect(named(hello.httpScaledObject)).toBe('HTTPScaledObject fn-hello');
  expect(ApiObject.of(hello)).toBe(hello.deployment);
});

test('the ConfigMaps of a function, by name', () => {
  const configMaps = { b: { data: { a: '' } }, a: {} };
  const hello = new GoFunctionChart(cluster(), 'hello', { project: 'shop', image: 'a/b:1', configMaps });
  expect(hello.configMaps.map(named)).toEqual(['ConfigMap a', 'ConfigMap b']);
});

test('a function of an HTTPScaledObject, of which the add-on makes the ScaledObject', () => {
  const hello = fn(cluster(), Scaler.HTTP_SCALED_OBJECT);
  expect(named(hello.route)).toBe('HTTPScaledObject fn-hello');
  expect(hello.httpScaledObject).toBe(hello.route);
  expect(hello.scaledObject).toBeUndefined();
});

test('a project', () => {
  const bare = new ProjectChart(cluster(), 'shop', { name: 'shop', networkPolicy: false });
  expect(ApiObject.of(bare)).toBe(bare.namespaceObject);
  expect(named(bare.namespaceObject!)).toBe('Namespace fn-shop');
  expect([bare.networkPolicy, bare.resourceQuota, bare.limitRange]).toEqual([undefined, undefined, undefined]);
  const full = new ProjectChart(cluster(), 'shop', {
    name: 'shop',
    quota: { pods: 1 },
    limits: { maxMemory: Size.gibibytes(1) },
  });
  expect([full.networkPolicy, full.resourceQuota, full.limitRange].map(named)).toEqual([
    'NetworkPolicy functions',
    'ResourceQuota functions',
    'LimitRange functions',
  ]);
});

test('the platform', () => {
  const platform = new KedaPlatform(cluster(), 'keda');
  const { operator, metricsServer, webhooks, addOnOperator, interceptor, scaler, namespaceObject } = platform;
  expect([operator, metricsServer, webhooks, addOnOperator, interceptor, scaler, namespaceObject].map(named)).toEqual([
    'Deployment keda-operator',
    'Deployment keda-operator-metrics-apiserver',
    'Deployment keda-admission-webhooks',
    'Deployment keda-add-ons-http-controller-manager',
    'Deployment keda-add-ons-http-interceptor',
    'Deployment keda-add-ons-http-external-scaler',
    'Namespace keda',
  ]);
});

test('an edge', () => {
  const cloudflare = { mode: TunnelMode.local({ tunnelId }) };
  const edge = new Edge(cluster(), 'edge', { cloudflare, dns: {} });
  expect(named(edge.cloudflare?.deployment)).toBe('Deployment cloudflared');
  expect(named(edge.dns?.endpoint)).toBe('DNSEndpoint functions');
  expect([edge.gateway, edge.ingress]).toEqual([undefined, undefined]);
  expect(ApiObject.of(edge.cloudflare!)).toBe(edge.cloudflare!.deployment);
  expect(ApiObject.of(edge.dns!)).toBe(edge.dns!.endpoint);
  const gateway = new Edge(cluster(), 'edge', { gateway: { parentRefs: [{ name: 'public' }] } });
  expect(ApiObject.of(gateway.gateway!)).toBe(gateway.gateway!.route);
  const ingress = new Edge(cluster(), 'edge', { ingress: {} });
  expect(ApiObject.of(ingress.ingress!)).toBe(ingress.ingress!.ingress);
  expect(named(ingress.ingress?.ingress)).toBe('Ingress functions');
});

test('what is patched through a handle is in the file of its chart', () => {
  const production = cluster();
  const hello = fn(production);
  const tunnel = new CloudflareTunnel(production, 'tunnel', { mode: TunnelMode.local({ tunnelId }) });
  for (const chart of [hello, tunnel])
    ApiObject.of(chart).addJsonPatch(JsonPatch.add('/spec/template/spec/hostUsers', false));
  hello.scaledObject?.addJsonPatch(JsonPatch.add('/spec/fallback', { failureThreshold: 3, replicas: 1 }));
  const files = toFiles(production.node.root as App);
  expect(files['production/hello.yaml']).toContain('hostUsers: false');
  expect(files['production/hello.yaml']).toContain('  fallback:\n    failureThreshold: 3\n');
  expect(files['production/tunnel.yaml']).toContain('hostUsers: false');
});
