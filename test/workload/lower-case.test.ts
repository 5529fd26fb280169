import { App } from 'cdk8s';
import {
  DnsRecords,
  Environment,
  GatewayEdge,
  GoFunctionChart,
  IngressEdge,
  KedaPlatform,
  ProjectChart,
} from '../../lib';

const cluster = () => new Environment(new App(), 'production', { domain: 'fn.test' });
const fn = { project: 'shop', image: 'a/b:1' };

test.each<[string, () => unknown, string]>([
  ['a host', () => new GoFunctionChart(cluster(), 'a', { ...fn, hosts: ['API.Acme.com'] }), 'api.acme.com'],
  ['a wildcard', () => new GoFunctionChart(cluster(), 'a', { ...fn, hosts: ['*.Acme.com'] }), '*.acme.com'],
  ['a domain', () => new Environment(new App(), 'a', { domain: 'FN.test' }), 'fn.test'],
  ['a function', () => new GoFunctionChart(cluster(), 'SendMail', fn), 'sendmail'],
  ['a project', () => new ProjectChart(cluster(), 'shop', { name: 'Shop' }), 'shop'],
  ["a function's project", () => new GoFunctionChart(cluster(), 'a', { ...fn, project: 'Shop' }), 'shop'],
  ['a namespace', () => new KedaPlatform(cluster(), 'keda', { namespace: 'Keda' }), 'keda'],
  ["an environment's namespace", () => new Environment(new App(), 'a', { domain: 'a', kedaNamespace: 'K' }), 'k'],
  [
    'an image',
    () => new GoFunctionChart(cluster(), 'a', { ...fn, image: 'ghcr.io/Acme/Hello:V1' }),
    'ghcr.io/acme/hello',
  ],
  ['a Gateway', () => new GatewayEdge(cluster(), 'a', { parentRefs: [{ name: 'Public' }] }), 'public'],
  ['an IngressClass', () => new IngressEdge(cluster(), 'a', { className: 'Nginx' }), 'nginx'],
  ['a record', () => new DnsRecords(cluster(), 'a', { target: 'LB.example.com' }), 'lb.example.com'],
])('%s in upper case is told what it is in lower case', (_, make, lower) => {
  expect(make).toThrow(`; allowed: lower case, "${lower}"`);
});

test('what is wrong by more than its case is told both', () => {
  const make = (props: object) => () => new GoFunctionChart(cluster(), 'a', { ...fn, ...props });
  expect(make({ hosts: ['API.Acme.com:80'] })).toThrow(/allowed: DNS labels joined by ".", .*, in lower case$/);
  expect(make({ name: 'A_b' })).toThrow(/allowed: a-z, 0-9 and "-", at most 63 characters, in lower case$/);
  expect(make({ hosts: ['a_b'] })).toThrow(/"\*\." in front$/);
});
