import { Duration } from 'cdk8s';
import { SCHEMAS } from '../../lib/catalog/schema';
import type { Schema } from '../../lib/catalog/schema-values';
import { ENVIRONMENT, environmentProblems, load } from './folder';

const gitopsOf = (yaml: string) =>
  load({ 'environments/a.yaml': `${ENVIRONMENT}gitops:\n${yaml}` }).environments[0].gitops;
const keysOf = (tool: string) => {
  const { gitops } = SCHEMAS.environment().properties as { gitops: { properties: { [key: string]: Schema } } };
  return Object.keys(gitops.properties[tool].properties as Schema);
};

test('no tool is declared', () => {
  expect(load({ 'environments/a.yaml': ENVIRONMENT }).environments[0].gitops).toBeUndefined();
});

test('every key of Argo CD arrives', () => {
  const argocd = {
    repoUrl: 'git@host:a/b.git',
    revision: 'live',
    path: 'out',
    namespace: 'tools',
    project: 'ours',
    cluster: 'far',
  };
  expect(Object.keys(argocd)).toEqual(keysOf('argocd'));
  expect(gitopsOf(`  argocd: ${JSON.stringify(argocd)}`)).toEqual({ argocd });
});

test('every key of Flux arrives', () => {
  const flux = {
    url: 'https://host/a',
    branch: 'live',
    tag: 'v1',
    path: 'out',
    namespace: 'tools',
    secretName: 'git',
    interval: '2m',
  };
  expect(Object.keys(flux)).toEqual(keysOf('flux'));
  const { tag, ...withBranch } = flux;
  const interval = expect.any(Duration);
  expect(gitopsOf(`  flux: ${JSON.stringify(withBranch)}`)).toEqual({ flux: { ...withBranch, interval } });
  const { branch, ...withTag } = flux;
  expect(gitopsOf(`  flux: ${JSON.stringify(withTag)}`)).toEqual({ flux: { ...withTag, interval } });
});

/** YAML after the two lines `domain` and `gitops`, the line of the problem, and how it begins. */
const CASES: [string, number, string][] = [
  ['  argocd:\n    repoUrl: a', 4, 'repoUrl "a" is not a URL of a Git repository; allowed: https://'],
  ['  argocd:\n    revision: x', 3, 'gitops.argocd.repoUrl is missing; allowed: a URL such as https://'],
  [
    '  argocd:\n    repoUrl: https://a/b\n    revision: a b',
    5,
    'revision "a b" is not a branch, tag or commit; allowed:',
  ],
  ['  argocd:\n    repoUrl: https://a/b\n    path: ../x', 5, 'path "../x" is not a folder of a repository; allowed:'],
  ['  argocd:\n    repoUrl: https://a/b\n    namespace: A', 5, 'namespace "A" is not a DNS label; allowed:'],
  ['  argocd:\n    repoUrl: https://a/b\n    project: A', 5, 'project "A" is not a DNS label; allowed:'],
  ['  argocd:\n    repoUrl: https://a/b\n    cluster: a b', 5, 'cluster "a b" is not a cluster; allowed:'],
  [
    '  argocd:\n    repoURL: https://a/b\n    repoUrl: https://a/b',
    4,
    'gitops.argocd.repoURL: unknown key; did you mean repoUrl? allowed: repoUrl, revision,',
  ],
  ['  argocd:\n    repoUrl: 1', 4, 'gitops.argocd.repoUrl 1 is invalid; allowed: a URL such as https://'],
  ['  flux:\n    url: a', 4, 'url "a" is not a URL of a Git repository; allowed:'],
  ['  flux:\n    url: https://a/b\n    branch: "a b"', 5, 'branch "a b" is not a branch, tag or commit; allowed:'],
  ['  flux:\n    url: https://a/b\n    tag: v\n    branch: m', 6, 'branch "m" and tag "v" are both given; allowed:'],
  ['  flux:\n    url: oci://a/b', 3, 'tag is missing; allowed: the tag of the artifact'],
  ['  flux:\n    url: https://a/b\n    interval: 5ms', 5, 'interval 5ms is too short; allowed: at least 1s'],
  [
    '  flux:\n    url: https://a/b\n    interval: soon',
    5,
    'gitops.flux.interval "soon" is invalid; allowed: a duration',
  ],
  ['  flux:\n    url: https://a/b\n    secretName: A', 5, 'secretName "A" is not a DNS label; allowed:'],
  ['  {}', 2, 'gitops {} is invalid; allowed: one of argocd, flux'],
  ['  {argocd: {repoUrl: https://a/b}, flux: {url: https://a/b}}', 2, 'gitops {"argocd"'],
  ['  helm: {}', 3, 'gitops.helm: unknown key; allowed: argocd, flux'],
];
test.each(CASES)('%j is told with its line', (yaml, line, problem) => {
  const [found, ...others] = environmentProblems(`${ENVIRONMENT}gitops:\n${yaml}\n`);
  expect(found.slice(0, `environments/a.yaml:${line}: ${problem}`.length)).toBe(
    `environments/a.yaml:${line}: ${problem}`,
  );
  expect(others).toEqual([]);
});
