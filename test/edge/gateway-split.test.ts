import type { App } from 'cdk8s';
import { GatewayEdge, type GatewaySplit, InputError, toFiles, warningsOf } from '../../lib';
import { crdErrors } from './crd';
import { addFunction, cluster, PROXY } from './synth';

const SPLIT: GatewaySplit = { host: 'a.fn.test', header: 'X-Version', weights: { v2: 10 } };

function build(splits: GatewaySplit[], headers = [{ name: 'x-version', value: 'v2' }], hosts?: string[]) {
  const environment = cluster();
  addFunction(environment, 'a');
  addFunction(environment, 'a-v2', { hosts: ['a.fn.test'], headers });
  return new GatewayEdge(environment, 'gateway', { parentRefs: [{ name: 'public' }], splits, hosts });
}
const files = (edge: GatewayEdge) => () => toFiles(edge.node.root as never);

test('who asks for a version gets it, the others one by weight', () => {
  const edge = build([SPLIT]);
  expect(files(edge)).not.toThrow();
  const backend = { name: PROXY, port: 8080 };
  const common = {
    filters: [{ type: 'RequestHeaderModifier', requestHeaderModifier: { remove: ['X-Forwarded-Host'] } }],
    timeouts: { request: '90s' },
  };
  const route = edge.splitRoutes[0]!.toJson();
  expect(route).toMatchObject({ metadata: { name: 'functions-a.fn.test', namespace: 'keda' } });
  expect(route.spec).toEqual({
    hostnames: ['a.fn.test'],
    parentRefs: [{ name: 'public' }],
    rules: [
      {
        matches: [{ headers: [{ type: 'Exact', name: 'X-Version', value: 'v2' }] }],
        backendRefs: [backend],
        ...common,
      },
      {
        backendRefs: [
          { ...backend, weight: 90 },
          {
            ...backend,
            weight: 10,
            filters: [
              {
                type: 'RequestHeaderModifier',
                requestHeaderModifier: { set: [{ name: 'X-Version', value: 'v2' }] },
              },
            ],
          },
        ],
        ...common,
      },
    ],
  });
  expect(crdErrors(route)).toEqual([]);
  expect(edge.route.toJson().spec.hostnames).toEqual(['*.fn.test']);
});

test('a host that is named in both would have two routes', () => {
  const edge = build([SPLIT], undefined, ['a.fn.test', 'b.test']);
  expect(edge.route.toJson().spec.hostnames).toEqual(['b.test']);
  // an HTTPRoute without hosts takes those of every other
  expect(files(build([SPLIT], undefined, ['a.fn.test']))).toThrow(
    'splits has every host that leads in; allowed: one host beside them, such as a wildcard',
  );
});

test('each version is a function', () => {
  const weights = { v2: 10, v3: 5 };
  expect(files(build([{ ...SPLIT, weights }]))).toThrow(
    'splits leads to no function with the host "a.fn.test" and the header X-Version: v3 alone; allowed: versions that there are',
  );
  const elsewhere = build([{ ...SPLIT, host: 'b.fn.test' }]);
  expect(files(elsewhere)).not.toThrow();
  expect(warningsOf(elsewhere.node.root as App)).toContainEqual(
    expect.stringContaining('splits has the host "b.fn.test", which no function here has'),
  );
  const more = [
    { name: 'X-Version', value: 'v2' },
    { name: 'X-Beta', value: '1' },
  ];
  expect(files(build([SPLIT], more))).toThrow(
    'no function with the host "a.fn.test" and the header X-Version: v2 alone',
  );
});

test.each<[Partial<GatewaySplit>, string]>([
  [{ weights: { v2: 60, v3: 41 } }, 'splits[0].weights add up to 101; allowed: at most 100'],
  [{ weights: {} }, 'splits[0].weights names no version; allowed: at least one'],
  [{ weights: { v2: 0.5 } }, 'splits[0].weights.v2 0.5 is invalid; allowed: a whole number from 0 to 100'],
  [{ header: 'Host' }, 'splits[0].header "Host" is not among the headers that the interceptor sees'],
  [{ host: '*.fn.test' }, 'splits[0].host "*.fn.test" is not a host name'],
])('%j is refused', (props, message) => {
  expect(() => build([{ ...SPLIT, ...props }])).toThrow(InputError);
  expect(() => build([{ ...SPLIT, ...props }])).toThrow(message);
});

test('a host is split once', () => {
  expect(() => build([SPLIT, SPLIT])).toThrow(InputError);
  expect(() => build([SPLIT, { ...SPLIT, header: 'X' }])).toThrow('splits[1].host "a.fn.test" is split already');
});
