import { Duration } from 'cdk8s';
import { CloudflareTunnel, DnsRecords, type DnsRecordsProps, ExternalDns, TunnelMode } from '../../lib';
import { crdErrors } from './crd';
import { addFunction, cluster, find, TUNNEL_ID } from './synth';

const TUNNEL = `${TUNNEL_ID}.cfargotunnel.com`;
const dns = (props: Partial<DnsRecordsProps> = {}, environment = cluster()) =>
  new DnsRecords(environment, 'dns', { target: TUNNEL, ...props });
const { seconds, millis } = Duration;
const NEW_KEY = 'external-dns.kubernetes.io/cloudflare-proxied';
const OLD_KEY = 'external-dns.alpha.kubernetes.io/cloudflare-proxied';

test('each host leads to the tunnel, through Cloudflare', () => {
  const environment = cluster();
  const { dnsTarget } = new CloudflareTunnel(environment, 'tunnel', {
    mode: TunnelMode.local({ tunnelId: TUNNEL_ID }),
  });
  expect(dnsTarget).toBe(TUNNEL);
  const chart = dns({ target: dnsTarget }, environment);
  addFunction(environment, 'shop', { hosts: ['shop.example.com'] });
  const shared = {
    recordType: 'CNAME',
    targets: [TUNNEL],
    providerSpecific: [{ name: NEW_KEY, value: 'true' }],
  };
  expect(find(chart, 'DNSEndpoint')).toEqual({
    apiVersion: 'externaldns.k8s.io/v1alpha1',
    kind: 'DNSEndpoint',
    metadata: { name: 'functions', namespace: 'keda' },
    spec: {
      endpoints: [
        { dnsName: '*.fn.test', ...shared },
        { dnsName: 'shop.example.com', ...shared },
      ],
    },
  });
  expect(chart.records).toEqual([
    { name: '*.fn.test', type: 'CNAME', target: TUNNEL, proxied: true },
    { name: 'shop.example.com', type: 'CNAME', target: TUNNEL, proxied: true },
  ]);
});

test.each([
  [ExternalDns.SINCE_0_22, NEW_KEY],
  [ExternalDns.BEFORE_0_22, OLD_KEY],
])('external-dns %s', (externalDns, name) => {
  const { endpoints } = find(dns({ externalDns }), 'DNSEndpoint').spec;
  expect(endpoints[0].providerSpecific).toEqual([{ name, value: 'true' }]);
});

test('every other setting', () => {
  const props = { hosts: ['a.test'], name: 'fns', namespace: 'dns', target: 'lb.example.com', ttl: seconds(300) };
  const endpoint = find(dns({ ...props, proxied: false }), 'DNSEndpoint');
  expect(endpoint.metadata).toEqual({ name: 'fns', namespace: 'dns' });
  expect(endpoint.spec.endpoints).toEqual([
    {
      dnsName: 'a.test',
      recordType: 'CNAME',
      targets: ['lb.example.com'],
      recordTTL: 300,
      providerSpecific: [{ name: NEW_KEY, value: 'false' }],
    },
  ]);
  expect(crdErrors(endpoint)).toEqual([]);
  expect(find(dns(props), 'DNSEndpoint').spec.endpoints[0].providerSpecific).toBeUndefined();
  expect(find(dns({ kedaNamespace: 'scaling' }), 'DNSEndpoint').metadata.namespace).toBe('scaling');
});

test.each([
  ['192.0.2.1', 'A'],
  ['2001:db8::1', 'AAAA'],
  ['lb.example.com', 'CNAME'],
])('%s is the target of a record of type %s', (target, type) => {
  expect(dns({ target }).records).toEqual([{ name: '*.fn.test', type, target }]);
});

test.each([
  [{ target: 'a b' }, 'target "a b" is not the target of a record; allowed: a host name, or an IP address'],
  [{ target: '*.a' }, 'target "*.a" is not the target of a record; allowed: a host name, or an IP address'],
  [{ proxied: false }, 'proxied false leads nowhere, since a tunnel is reached only through Cloudflare; allowed: true'],
  [{ ttl: seconds(60) }, 'ttl "1m" has no effect on a proxied record; allowed: none'],
  [{ target: 'a.b', proxied: true, ttl: seconds(60) }, 'ttl "1m" has no effect on a proxied record; allowed: none'],
  [{ target: 'a.b', ttl: millis(1500) }, 'ttl "1500ms" is a fraction of a second; allowed: whole seconds'],
  [{ target: 'a.b', ttl: seconds(0) }, 'ttl "0s" is out of range; allowed: 1s to 2147483647s'],
  [{ name: 'A' }, 'name "A" is not a DNS label; allowed:'],
  [{ namespace: 'A' }, 'namespace "A" is not a DNS label; allowed:'],
  [{ hosts: ['a:1'] }, 'hosts[0] "a:1" is not a host name; allowed:'],
])('%j is refused', (props, message) => {
  expect(() => dns(props)).toThrow(`production/dns: ${message}`);
});
