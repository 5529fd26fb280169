import { App } from 'cdk8s';
import { Environment, KedaPlatform } from '../../lib';
import { environmentProblems, FUNCTION, functionProblems } from '../catalog/folder';

test.each([
  ['egress: none', 'egress "none" is invalid; allowed: open, closed'],
  ['egressTo: []', 'egressTo [] is invalid; allowed: a list that is not empty, each item once'],
  ['egressTo: [{ports: [80]}]', 'egressTo[0] has none of namespace, cidr; allowed: exactly one of namespace, cidr'],
  [
    'egressTo: [{namespace: a, cidr: 10.0.0.0/8}]',
    'egressTo[0].cidr "10.0.0.0/8" is given beside namespace; allowed: exactly one of namespace, cidr',
  ],
  ['egressTo: [{cidr: 10.0.0.0}]', 'egressTo[0].cidr "10.0.0.0" is not a range of addresses; allowed: <IPv4 or IPv6'],
  ['egressTo: [{cidr: 10.0.0.0/33}]', 'egressTo[0].cidr "10.0.0.0/33" is not a range of addresses'],
  ['egressTo: [{cidr: fd00::/129}]', 'egressTo[0].cidr "fd00::/129" is not a range of addresses'],
  [
    'ingressFrom: [{cidr: 10.0.0.0/8, podLabels: {a: b}}]',
    'ingressFrom[0].podLabels says nothing of addresses; allowed: with namespace',
  ],
  ['ingressFrom: [{namespace: a, ports: [0]}]', 'ingressFrom[0].ports[0] 0 is invalid; allowed: a whole number'],
])('%s is refused', (yaml, problem) => {
  const [found = '', ...others] = functionProblems(FUNCTION + yaml);
  expect(found).toContain(`functions/p/hello.yaml:3: ${problem}`);
  expect(others).toEqual([]);
});

test.each([
  ['network: {nodeCidrs: [all]}', 'network.nodeCidrs[0] "all" is not a range of addresses'],
  ['network: {dnsPorts: []}', 'network.dnsPorts [] is invalid'],
  [
    'projectOverrides: {p: {networkPolicy: false, egress: closed}}',
    'projectOverrides.p.egress "closed" has no effect without NetworkPolicies; allowed: none, or networkPolicy: true',
  ],
])('%s of an environment is refused', (yaml, problem) => {
  expect(environmentProblems(`domain: fn.test\n${yaml}\n`).join('\n')).toContain(problem);
});

test('so is what code says', () => {
  const environment = new Environment(new App(), 'e', { domain: 'fn.test' });
  const operator = { egressTo: [{ namespace: 'a', cidr: '10.0.0.0/8' }] };
  expect(() => new KedaPlatform(environment, 'keda', { operator })).toThrow(
    'e/keda: operator.egressTo[0].cidr "10.0.0.0/8" is given beside namespace',
  );
});
