import type { App } from 'cdk8s';
import { Edge, type EdgeProps, Protocol, TunnelMode, toFiles, Visibility, warningsOf } from '../../lib';
import { addFunction, cluster, TUNNEL_ID } from './synth';

const cloudflare = { mode: TunnelMode.local({ tunnelId: TUNNEL_ID }) };
const gateway = { parentRefs: [{ name: 'public' }] };
const files = (props: EdgeProps) => {
  const environment = cluster();
  new Edge(environment, 'edge', props);
  return toFiles(environment.node.root as App);
};

test.each([
  [{ cloudflare }, ['cloudflare']],
  [{ gateway }, ['gateway']],
  [{ ingress: {} }, ['ingress']],
  [{ cloudflare, dns: {} }, ['cloudflare', 'dns']],
  [{ ingress: {}, dns: { target: 'lb.test' } }, ['dns', 'ingress']],
])('%#: one way in, and its records', (props, names) => {
  expect(Object.keys(files(props))).toEqual(names.map((name) => `production/edge/${name}.yaml`));
});

test('the records lead to the tunnel, and are those of its hosts unless others are given', () => {
  const hosts = ['a.test'];
  const records = files({ cloudflare: { ...cloudflare, hosts }, dns: {} })['production/edge/dns.yaml'];
  expect(records).toContain(`${TUNNEL_ID}.cfargotunnel.com`);
  expect(records).toContain('dnsName: a.test');
  const own = { cloudflare: { ...cloudflare, hosts }, dns: { hosts: ['b.test'] } };
  expect(files(own)['production/edge/dns.yaml']).toContain('dnsName: b.test');
});

test.each([
  [{}, 'has none of cloudflare, gateway, ingress; allowed: exactly one of cloudflare, gateway, ingress'],
  [{ dns: {} }, 'has none of cloudflare, gateway, ingress; allowed: exactly one of cloudflare, gateway, ingress'],
  [
    { cloudflare, ingress: {} },
    'ingress is given beside cloudflare; allowed: exactly one of cloudflare, gateway, ingress',
  ],
  [{ gateway, dns: {} }, 'dns.target is missing; allowed: a host name, or an IP address'],
])('%#: refused', (props, message) => {
  expect(() => files(props)).toThrow(`production/edge: ${message}`);
});

test.each([
  [{ cloudflare }, 'a Cloudflare Tunnel carries no gRPC to public host names'],
  [{ gateway }, 'a Gateway speaks HTTP/1.1 to the interceptor, whose Service has no appProtocol'],
  [
    { ingress: {} },
    'an Ingress controller speaks HTTP/1.1 to the interceptor unless one of its annotations says otherwise',
  ],
])('%#: gRPC from outside is warned of, which h2c and what is internal are not', (props, why) => {
  const environment = cluster();
  new Edge(environment, 'edge', props);
  addFunction(environment, 'orders', { protocol: Protocol.GRPC });
  addFunction(environment, 'stock', { protocol: Protocol.GRPC, visibility: Visibility.INTERNAL });
  addFunction(environment, 'news', { protocol: Protocol.H2C });
  const warnings = warningsOf(environment.node.root).filter((line) => line.includes('protocol'));
  expect(warnings).toEqual([expect.stringContaining(`: production/orders: protocol is grpc, and ${why}`)]);
});
