import { IngressEdge, type IngressEdgeProps } from '../../lib';
import { addFunction, cluster, find, PROXY } from './synth';

const ingress = (props: IngressEdgeProps = {}, environment = cluster()) =>
  new IngressEdge(environment, 'ingress', props);
const rule = (host: string) => ({
  host,
  http: {
    paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: PROXY, port: { name: 'proxy' } } } }],
  },
});

test('by default', () => {
  const environment = cluster();
  const chart = ingress(undefined, environment);
  addFunction(environment, 'shop', { hosts: ['shop.example.com'] });
  expect(find(chart, 'Ingress')).toEqual({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'functions', namespace: 'keda' },
    spec: { rules: [rule('*.fn.test'), rule('shop.example.com')] },
  });
});

test('every setting', () => {
  const annotations = { 'nginx.ingress.kubernetes.io/proxy-read-timeout': '90' };
  const chart = ingress({
    className: 'nginx',
    tlsSecret: 'functions-tls',
    annotations,
    name: 'fns',
    hosts: ['b.test', 'a.test'],
    kedaNamespace: 'scaling',
  });
  expect(chart.hosts).toEqual(['a.test', 'b.test']);
  expect(find(chart, 'Ingress')).toMatchObject({
    metadata: { name: 'fns', namespace: 'scaling', annotations },
    spec: {
      ingressClassName: 'nginx',
      tls: [{ hosts: ['a.test', 'b.test'], secretName: 'functions-tls' }],
      rules: [rule('a.test'), rule('b.test')],
    },
  });
});

test.each([
  [{ className: 'A' }, 'className "A" is not the name of an object'],
  [{ tlsSecret: 'a/b' }, 'tlsSecret "a/b" is not the name of an object'],
  [{ name: 'A' }, 'name "A" is not a DNS label'],
  [{ hosts: ['a/b'] }, 'hosts[0] "a/b" is not a host name'],
  [{ kedaNamespace: 'A' }, 'kedaNamespace "A" is not a DNS label'],
])('%j is refused', (props, message) => {
  expect(() => ingress(props)).toThrow(message);
  expect(() => ingress(props)).toThrow(/^production\/ingress: .*; allowed: /);
});
