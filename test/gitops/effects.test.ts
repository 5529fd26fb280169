import { type App, Duration } from 'cdk8s';
import { type ArgoCdProps, type FluxProps, GitOps, type GitOpsProps } from '../../lib';
import { ARGOCD, FLUX } from '../../lib/gitops/fields';
import { load } from '../catalog/folder';
import { proveEffects } from '../effects';
import { environment, REPOSITORY } from './environment';

function build(props: GitOpsProps) {
  const made = environment();
  new GitOps(made, 'gitops', props);
  return made.node.root as App;
}
const catalog = (gitops: object) =>
  load({ 'environments/e.yaml': JSON.stringify({ domain: 'fn.test', gitops }) }).environments[0].gitops!;

const APPLICATION = 'Application production-keda';
const OTHER = 'https://git.example.com/other.git';

describe('argocd', () => {
  proveEffects(
    ARGOCD,
    {
      repoUrl: [
        {
          given: { repoUrl: OTHER },
          at: { [`${APPLICATION}/spec/source/repoURL`]: OTHER, 'AppProject production-keda/spec/sourceRepos': [OTHER] },
        },
      ],
      revision: [{ given: { revision: 'v1' }, at: { [`${APPLICATION}/spec/source/targetRevision`]: 'v1' } }],
      path: [
        { given: { path: './deploy/' }, at: { [`${APPLICATION}/spec/source/path`]: 'deploy/production/keda' } },
        { given: { path: '.' }, at: { [`${APPLICATION}/spec/source/path`]: 'production/keda' } },
      ],
      namespace: [
        {
          given: { namespace: 'tools' },
          at: {
            [`${APPLICATION}/metadata/namespace`]: 'tools',
            'AppProject production-keda/metadata/namespace': 'tools',
            'ConfigMap argocd-cm/metadata/namespace': 'tools',
          },
        },
      ],
      project: [{ given: { project: 'ours' }, at: { [`${APPLICATION}/spec/project`]: 'ours', AppProject: undefined } }],
      cluster: [
        {
          given: { cluster: 'far' },
          at: {
            [`${APPLICATION}/spec/destination`]: { name: 'far', namespace: 'keda' },
            'AppProject production-keda/spec/destinations/0': { name: 'far', namespace: 'keda' },
          },
        },
        {
          given: { cluster: 'https://10.0.0.1:6443' },
          at: { [`${APPLICATION}/spec/destination`]: { server: 'https://10.0.0.1:6443', namespace: 'keda' } },
        },
      ],
    },
    {
      build: (props: Partial<ArgoCdProps>) => build({ argocd: { repoUrl: REPOSITORY, ...props } }),
      load: (settings) => catalog({ argocd: { repoUrl: REPOSITORY, ...settings } }).argocd!,
    },
  );
});

describe('flux', () => {
  const source = 'GitRepository production-gitops';
  const registry = { url: 'oci://registry.example.com/a/b', tag: 'live' };
  proveEffects(
    FLUX,
    {
      url: [
        { given: { url: OTHER }, at: { [`${source}/spec/url`]: OTHER } },
        {
          given: registry,
          at: {
            GitRepository: undefined,
            'OCIRepository production-gitops/spec/url': registry.url,
            'Kustomization production-keda/spec/sourceRef/kind': 'OCIRepository',
          },
        },
      ],
      branch: [{ given: { branch: 'live' }, at: { [`${source}/spec/ref`]: { branch: 'live' } } }],
      tag: [
        { given: { tag: 'v1.0.0+x' }, at: { [`${source}/spec/ref`]: { tag: 'v1.0.0+x' } } },
        { given: registry, at: { 'OCIRepository production-gitops/spec/ref': { tag: 'live' } } },
      ],
      path: [{ given: { path: '.' }, at: { 'Kustomization production-keda/spec/path': './production/keda' } }],
      namespace: [
        {
          given: { namespace: 'flux' },
          at: { [`${source}/metadata/namespace`]: 'flux', 'Kustomization production-keda/metadata/namespace': 'flux' },
        },
      ],
      secretName: [
        { given: { secretName: 'git' }, at: { [`${source}/spec/secretRef`]: { name: 'git' } } },
        {
          given: { ...registry, secretName: 'git' },
          at: { 'OCIRepository production-gitops/spec/secretRef': { name: 'git' } },
        },
      ],
      interval: [{ given: { interval: Duration.seconds(90) }, at: { [`${source}/spec/interval`]: '90s' } }],
    },
    {
      build: (props: Partial<FluxProps>) => build({ flux: { url: REPOSITORY, ...props } }),
      load: (settings) => catalog({ flux: { url: REPOSITORY, ...settings } }).flux!,
    },
  );
});
