import { type App, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import {
  ArgoCdApplications,
  CloudflareTunnel,
  DnsRecords,
  FluxKustomizations,
  GitOps,
  GoFunctionChart,
  ProjectChart,
  TunnelMode,
  toFiles,
} from '../../lib';
import { TUNNEL_ID } from '../edge/synth';
import { environment, REPOSITORY } from './environment';

const argocd = { repoUrl: REPOSITORY };
const flux = { url: REPOSITORY };
const LATE = 'charts or objects were added after it; allowed: make it last in its environment';

test('what is added later is not forgotten silently: a chart', () => {
  const made = environment();
  new GitOps(made, 'gitops', { argocd });
  new ProjectChart(new Construct(made, 'later'), 'project', { name: 'later' });
  expect(() => toFiles(made.node.root as App)).toThrow(`production/gitops/argocd: ${LATE}`);
});

test('what is added later is not forgotten silently: an object of a kind that is not allowed yet', () => {
  const made = environment();
  new GitOps(made, 'gitops', { flux });
  const chart = made.node.findChild('functions').node.findChild('shop').node.findChild('project') as Chart;
  new k8s.KubeClusterRole(chart, 'role', { metadata: { name: 'role' }, rules: [] });
  expect(() => toFiles(made.node.root as App)).toThrow(`production/gitops/flux: ${LATE}`);
});

test('it has a folder of its own', () => {
  const made = environment();
  const keda = made.node.findChild('keda') as Construct;
  expect(() => new ArgoCdApplications(keda, 'argocd', argocd)).toThrow(
    'production/keda/argocd: stands in one folder with production/keda/crds; allowed: a folder of its own',
  );
});

test('a chart needs a folder, and the folder a name that an object can have', () => {
  const made = environment();
  new GoFunctionChart(made.node.root as App, 'alone', { project: 'a', image: 'a/b:1', hosts: ['a.b'] });
  const tools = new Construct(made.node.root as App, 'tools');
  expect(() => new ArgoCdApplications(tools, 'argocd', argocd)).toThrow(
    'alone: stands in no folder, which a GitOps tool needs; allowed: an Environment or a Construct around it',
  );
  new Chart(new Construct(made, 'My_Charts'), 'mine').toJson();
  new k8s.KubeNamespace(made.node.findChild('My_Charts').node.findChild('mine') as Chart, 'a');
  expect(() => new GitOps(made, 'gitops', { argocd })).toThrow(
    'production/My_Charts/mine: folder "production/My_Charts" gives no name for an object; allowed: ids of a-z',
  );
});

test('Flux takes folders side by side only, and says what to move', () => {
  const made = environment();
  new ProjectChart(made, 'above', { name: 'above' });
  const within =
    'is within "production", which Flux applies as a whole; allowed: folders side by side, with a Construct';
  expect(() => new GitOps(made, 'gitops', { flux })).toThrow(
    `production/gitops/flux: folder "production/functions/bank" ${within} around production/above`,
  );
  expect(() => new ArgoCdApplications(new Construct(made, 'tools'), 'argocd', argocd)).not.toThrow();
  for (const id of ['a', 'b', 'c']) new GoFunctionChart(made, id, { project: 'above', image: 'a/b:1' });
  expect(() => new GitOps(made, 'many', { flux })).toThrow(
    / around production\/above, production\/a, production\/b, …$/,
  );
});

test.each<[string, (scope: Construct) => void]>([
  ['a tunnel', (scope) => new CloudflareTunnel(scope, 'tunnel', { mode: TunnelMode.local({ tunnelId: TUNNEL_ID }) })],
  ['DNS records', (scope) => new DnsRecords(scope, 'tunnel', { target: 'lb.example.com' })],
  ['a function', (scope) => new GoFunctionChart(scope, 'tunnel', { project: 'shop', image: 'a/b:1' })],
])('directly below the environment stands %s: not for Flux; in a Construct it is', (_, add) => {
  const made = environment();
  add(made);
  expect(() => new GitOps(made, 'gitops', { flux })).toThrow(/with a Construct around production\/tunnel$/);
  const moved = environment();
  add(new Construct(moved, 'edge'));
  new GitOps(moved, 'gitops', { flux });
  expect(Object.keys(toFiles(moved.node.root as App))).toContain('production/gitops/flux.yaml');
});

test('the tool itself directly below the environment', () => {
  expect(() => new FluxKustomizations(environment(), 'flux', flux)).toThrow(
    /^production\/flux: .* with a Construct around production\/flux$/,
  );
});

test('a chart without objects has no file, and is not a part', () => {
  const made = environment();
  new Chart(made, 'empty');
  new GitOps(made, 'gitops', { flux });
  const file = toFiles(made.node.root as App)['production/gitops/flux.yaml'] as string;
  expect(file).not.toMatch(/path: \.\/dist\/production\n/);
});

test('Flux puts a name into a label', () => {
  const made = environment();
  const long = 'a'.repeat(60);
  new ProjectChart(new Construct(made, long), 'project', { name: long });
  expect(() => new FluxKustomizations(new Construct(made, 'tools'), 'flux', flux)).toThrow(
    `production/tools/flux: Kustomization "production-${long}" is not a DNS label; allowed: a-z, 0-9 and "-", at most 63`,
  );
});

test('one tool, neither two nor none', () => {
  const made = environment();
  expect(() => new GitOps(made, 'a', { argocd, flux })).toThrow(
    'production/a: flux is given beside argocd; allowed: exactly one of argocd, flux',
  );
  expect(() => new GitOps(made, 'b', {})).toThrow(
    'production/b: has none of argocd, flux; allowed: exactly one of argocd, flux',
  );
});
