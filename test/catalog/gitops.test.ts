import { ENVIRONMENT, environmentProblems, load } from './folder';

test('no tool is declared', () => {
  expect(load({ 'environments/a.yaml': ENVIRONMENT }).environments[0].gitops).toBeUndefined();
});

/** YAML after the two lines `domain` and `gitops`, the line of the problem, and how it begins. */
const CASES: [string, number, string][] = [
  ['  argocd:\n    repoUrl: a', 4, 'gitops.argocd.repoUrl "a" is not the URL of a Git repository'],
  ['  argocd:\n    revision: x', 3, 'gitops.argocd.repoUrl is missing; allowed: https://<host>/<path>,'],
  ['  argocd:\n    repoUrl: https://a/b\n    revision: a b', 5, 'gitops.argocd.revision "a b" is not a branch, tag or'],
  ['  argocd:\n    repoUrl: https://a/b\n    path: ../x', 5, 'gitops.argocd.path "../x" is not a folder of a rep'],
  ['  argocd:\n    repoUrl: https://a/b\n    namespace: A', 5, 'gitops.argocd.namespace "A" is not a DN'],
  ['  argocd:\n    repoUrl: https://a/b\n    project: A', 5, 'gitops.argocd.project "A" is not a DN'],
  ['  argocd:\n    repoUrl: https://a/b\n    cluster: a b', 5, 'gitops.argocd.cluster "a b" is invali'],
  [
    '  argocd:\n    repoURL: https://a/b\n    repoUrl: https://a/b',
    4,
    'gitops.argocd.repoURL is an unknown key; did you mean repoUrl? allowed: repoUrl, revi',
  ],
  ['  argocd:\n    repoUrl: 1', 4, 'gitops.argocd.repoUrl 1 is invalid; allowed: https://<host>/<path>,'],
  ['  flux:\n    url: a', 4, 'gitops.flux.url "a" is not the URL of a reposit'],
  ['  flux:\n    url: https://a/b\n    branch: "a b"', 5, 'gitops.flux.branch "a b" is not a branch, tag or c'],
  ['  flux:\n    url: https://a/b\n    tag: v\n    branch: m', 6, 'gitops.flux.branch "m" is given beside tag "v";'],
  ['  flux:\n    url: oci://a/b', 4, 'gitops.flux.tag is missing; allowed: the tag of '],
  ['  flux:\n    url: https://a/b\n    interval: 5ms', 5, 'gitops.flux.interval "5ms" is out of range; all'],
  [
    '  flux:\n    url: https://a/b\n    interval: soon',
    5,
    'gitops.flux.interval "soon" is invalid; allowed: a duration',
  ],
  ['  flux:\n    url: https://a/b\n    secretName: A', 5, 'gitops.flux.secretName "A" is not a DNS '],
  ['  {}', 2, 'gitops has none of argocd, flux; allowed: exactly '],
  ['  {argocd: {repoUrl: https://a/b}, flux: {url: https://a/b}}', 3, 'gitops.flux is g'],
  ['  helm: {}', 3, 'gitops.helm is an unknown key; allowed: argocd,'],
];
test.each(CASES)('%j is told with its line', (yaml, line, problem) => {
  const [found, ...others] = environmentProblems(`${ENVIRONMENT}gitops:\n${yaml}\n`);
  expect(found.slice(0, `environments/a.yaml:${line}: ${problem}`.length)).toBe(
    `environments/a.yaml:${line}: ${problem}`,
  );
  expect(others).toEqual([]);
});
