import type { NetworkPolicy } from '../../../cli/doctor/model/kinds';
import { COMPONENTS } from '../../../lib/platform/components';
import { World } from './world';

let world: World;
beforeEach(() => {
  world = new World();
});

const policy = (namespace: string, spec: NetworkPolicy['spec']) =>
  world.add('NetworkPolicy', { metadata: { name: 'wall', namespace }, spec });
const names = () => world.findings().map(({ check, subject }) => `${check} ${subject}`);
/** Takes away the policies that are there, to which another one would only add. */
const openPlatform = () => {
  for (const { name } of COMPONENTS) world.remove('NetworkPolicy', 'keda', name);
  world.remove('NetworkPolicy', 'keda', 'default-deny');
};
const INTERCEPTOR = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'keda' } },
  podSelector: { matchLabels: { 'app.kubernetes.io/component': 'interceptor' } },
};

describe('into a function', () => {
  beforeEach(() => {
    for (const name of ['functions', 'functions-egress', 'default-deny']) world.remove('NetworkPolicy', 'fn-p', name);
  });

  test('without a policy everybody comes in', () => {
    expect(world.findings()).toEqual([]);
  });

  test('a policy without a rule lets nobody in', () => {
    policy('fn-p', { podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'fn-a' } } });
    expect(names()).toEqual(['network-policy p/a']);
    expect(world.findings()[0]).toMatchObject({
      severity: 'error',
      cause: 'NetworkPolicy fn-p/wall keeps interceptor from port 8080: its requests end in a timeout',
      fix: 'kubectl -n fn-p edit networkpolicies wall',
    });
  });

  test('what a policy says of pods on the network of their node is up to the plugin', () => {
    policy('fn-p', { podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'fn-a' } } });
    const { spec } = world.get('Deployment', 'keda', 'keda-add-ons-http-interceptor').spec.template;
    Object.assign(spec, { hostNetwork: true });
    expect(names()).toEqual([]);
  });

  test.each<[string, NetworkPolicy['spec'], boolean]>([
    ['the interceptor at every port', { ingress: [{ from: [INTERCEPTOR] }] }, true],
    ['the interceptor at the named port', { ingress: [{ from: [INTERCEPTOR], ports: [{ port: 'http' }] }] }, true],
    [
      'the interceptor at a range of ports',
      { ingress: [{ from: [INTERCEPTOR], ports: [{ port: 8000, endPort: 9000 }] }] },
      true,
    ],
    ['all at any TCP port', { ingress: [{ ports: [{}] }] }, true],
    ['all', { ingress: [{}] }, true],
    ['the interceptor at another port', { ingress: [{ from: [INTERCEPTOR], ports: [{ port: 80 }] }] }, false],
    [
      'the interceptor at a port that has no such name',
      { ingress: [{ from: [INTERCEPTOR], ports: [{ port: 'web' }] }] },
      false,
    ],
    ['UDP', { ingress: [{ ports: [{ port: 8080, protocol: 'UDP' }] }] }, false],
    ['pods of the own namespace', { ingress: [{ from: [{ podSelector: {} }] }] }, false],
    [
      'pods with another label',
      { ingress: [{ from: [{ ...INTERCEPTOR, podSelector: { matchLabels: { app: 'x' } } }] }] },
      false,
    ],
    ['the address of the interceptor', { ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/24' } }] }] }, true],
    [
      'an address that is excepted',
      { ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.0.0.1/32'] } }] }] },
      false,
    ],
    ['IPv6 addresses', { ingress: [{ from: [{ ipBlock: { cidr: 'fd00::/8' } }] }] }, false],
    ['what only an egress policy says', { policyTypes: ['Egress'], egress: [{}] }, true],
    [
      'pods by expressions',
      {
        podSelector: {
          matchExpressions: [
            { key: 'app.kubernetes.io/instance', operator: 'NotIn', values: ['fn-a', 'fn-b', 'fn-c'] },
          ],
        },
      },
      true,
    ],
    [
      'pods by other expressions',
      {
        podSelector: {
          matchExpressions: [
            { key: 'app.kubernetes.io/instance', operator: 'In', values: ['fn-a'] },
            { key: 'x', operator: 'DoesNotExist' },
          ],
        },
      },
      false,
    ],
  ])('a policy that admits %s', (_, spec, open) => {
    policy('fn-p', { podSelector: {}, ...spec });
    const keep = names().filter((name) => name === 'network-policy p/a');
    expect(keep).toEqual(open ? [] : ['network-policy p/a']);
  });

  test('one policy that admits is enough', () => {
    policy('fn-p', { podSelector: {} });
    world.add('NetworkPolicy', {
      metadata: { name: 'door', namespace: 'fn-p' },
      spec: { podSelector: {}, ingress: [{ from: [INTERCEPTOR] }] },
    });
    expect(world.findings()).toEqual([]);
  });
});

test("dist's own policy, changed, is brought back by dist", () => {
  world.get('NetworkPolicy', 'fn-p', 'functions').spec.ingress = [];
  expect(names()).toEqual(['network-policy p/a', 'network-policy p/b', 'network-policy p/c']);
  expect(world.findings()[0]!.fix).toBe('kubectl apply --server-side --force-conflicts -f dist/test/project.yaml');
});

test('out of the interceptor', () => {
  openPlatform();
  policy('keda', {
    podSelector: INTERCEPTOR.podSelector,
    policyTypes: ['Egress'],
    egress: [{ to: [{ podSelector: {} }] }],
  });
  expect(names()).toEqual(['network-policy p/a', 'network-policy p/b', 'network-policy p/c']);
  expect(world.findings()[0]!.evidence[0]).toMatch(/^Egress policy keda\/wall/);
});

test('within the platform', () => {
  openPlatform();
  policy('keda', {
    podSelector: { matchLabels: { 'app.kubernetes.io/component': 'scaler' } },
    policyTypes: ['Ingress'],
  });
  expect(names()).toEqual(['platform-network Deployment keda/keda-add-ons-http-external-scaler']);
  expect(world.findings()[0]!.cause).toMatch(/keeps operator from port 9090: KEDA does not learn of waiting requests/);
});
