import { Duration } from 'cdk8s';
import { GatewayEdge, type GatewayEdgeProps, toFiles, warningsOf } from '../../lib';
import { crdErrors } from './crd';
import { addFunction, cluster, find, kinds, PROXY } from './synth';

const gateway = (props: Partial<GatewayEdgeProps> = {}, environment = cluster()) =>
  new GatewayEdge(environment, 'gateway', { parentRefs: [{ name: 'public' }], ...props });
const { seconds, millis } = Duration;

test('a route beside the interceptor', () => {
  const chart = gateway();
  expect(kinds(chart)).toEqual(['HTTPRoute']);
  expect(find(chart, 'HTTPRoute')).toEqual({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'functions', namespace: 'keda' },
    spec: {
      parentRefs: [{ name: 'public' }],
      hostnames: ['*.fn.test'],
      rules: [
        {
          backendRefs: [{ name: PROXY, port: 8080 }],
          filters: [{ type: 'RequestHeaderModifier', requestHeaderModifier: { remove: ['X-Forwarded-Host'] } }],
          timeouts: { request: '0s' },
        },
      ],
    },
  });
});

test('a route elsewhere is let in by a grant; every setting', () => {
  const parentRefs = [
    { name: 'public', namespace: 'gateways', sectionName: 'https', port: 443 },
    { name: 'public', namespace: 'gateways', sectionName: 'http' },
  ];
  const chart = gateway({
    parentRefs,
    namespace: 'routes',
    name: 'fns',
    kedaNamespace: 'scaling',
    hosts: ['b.test', 'a.test'],
    requestTimeout: seconds(150),
  });
  expect(kinds(chart)).toEqual(['HTTPRoute', 'ReferenceGrant']);
  expect(find(chart, 'HTTPRoute')).toMatchObject({
    metadata: { name: 'fns', namespace: 'routes' },
    spec: {
      parentRefs,
      hostnames: ['a.test', 'b.test'],
      rules: [{ backendRefs: [{ name: PROXY, namespace: 'scaling', port: 8080 }], timeouts: { request: '150s' } }],
    },
  });
  expect(find(chart, 'ReferenceGrant')).toMatchObject({
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    metadata: { name: 'fns', namespace: 'scaling' },
    spec: {
      from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'routes' }],
      to: [{ group: '', kind: 'Service', name: PROXY }],
    },
  });
  expect(crdErrors(find(chart, 'HTTPRoute'))).toEqual([]);
  expect(crdErrors(find(chart, 'ReferenceGrant'))).toEqual([]);
  expect(crdErrors({ ...find(chart, 'HTTPRoute'), spec: { hostnames: ['a:1'], nope: 1 } })).toHaveLength(2);
});

test('waits as long as the slowest function may take', () => {
  const environment = cluster();
  const chart = gateway({}, environment);
  addFunction(environment, 'usual');
  addFunction(environment, 'slow', { readinessTimeout: millis(60_500), timeout: seconds(90) });
  expect(find(chart, 'HTTPRoute').spec.rules[0].timeouts).toEqual({ request: '151s' });
  expect(warningsOf(environment)).toEqual([]);
});

test.each([
  [101, []],
  [0, []],
  [
    100,
    ['production/gateway: production/slow: readinessTimeout 1m and timeout 41s together are above requestTimeout 100s'],
  ],
])('a function that may take 101 s behind a limit of %d s', (limit, warnings) => {
  const environment = cluster();
  gateway({ requestTimeout: seconds(limit) }, environment);
  addFunction(environment, 'slow', { timeout: seconds(41) });
  expect(warningsOf(environment)).toEqual(warnings);
});

test.each([
  ['no Gateway', { parentRefs: [] }, 'parentRefs [] is invalid; allowed: a list that is not empty, each item once'],
  [
    'a Gateway twice',
    { parentRefs: [{ name: 'a' }, { name: 'a' }] },
    'parentRefs[1] {"name":"a"} is the same as {"name":"a"}',
  ],
  [
    'all listeners and one of them',
    { parentRefs: [{ name: 'a' }, { name: 'a', sectionName: 's' }] },
    'parentRefs[1] names the Gateway "a" again; allowed: once, or once with each sectionName',
  ],
  ['Gateway name', { parentRefs: [{ name: 'A' }] }, 'parentRefs[0].name "A" is not the name of an object'],
  ['Gateway namespace', { parentRefs: [{ name: 'a', namespace: '' }] }, 'parentRefs[0].namespace "" is invalid'],
  [
    'listener',
    { parentRefs: [{ name: 'a', sectionName: '_' }] },
    'parentRefs[0].sectionName "_" is not the name of an object',
  ],
  [
    'port',
    { parentRefs: [{ name: 'a', port: 0 }] },
    'parentRefs[0].port 0 is invalid; allowed: a whole number from 1 to 65535',
  ],
  ['part of a second', { requestTimeout: millis(1) }, 'requestTimeout "1ms" is a fraction of a second'],
  ['a day and more', { requestTimeout: seconds(100_000) }, 'requestTimeout "100000s" is out of range'],
  ['namespace', { namespace: 'A' }, 'namespace "A" is not a DNS label'],
  ['name', { name: 'A' }, 'name "A" is not a DNS label'],
  ['host', { hosts: ['a:1'] }, 'hosts[0] "a:1" is not a host name'],
])('refused: %s', (_, props, message) => {
  expect(() => gateway(props)).toThrow(message);
  expect(() => gateway(props)).toThrow(/^production\/gateway: .*; allowed: /);
});

test('refused: more hosts than a route takes', () => {
  const environment = cluster();
  gateway({}, environment);
  const hosts = Array.from({ length: 16 }, (_, index) => `h${index}.example.com`);
  addFunction(environment, 'many', { hosts });
  expect(() => toFiles(environment.node.root as never)).toThrow(
    'production/gateway: 17 hosts are too many for an HTTPRoute; allowed: at most 16, such as wildcards in hosts',
  );
});
