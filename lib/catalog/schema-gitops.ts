import { DEFAULT_ARGOCD_NAMESPACE } from '../gitops/argocd-health';
import { IN_CLUSTER } from '../gitops/argocd-rules';
import { DEFAULT_FLUX_NAMESPACE } from '../gitops/flux-rules';
import { DEFAULT_PATH } from '../gitops/repository';
import { duration, object, type Schema, text } from './schema-values';

/** The GitOps tool that applies an environment. */
export function gitOps(): Schema {
  return object({ argocd: argocd(), flux: flux() }, 'The tool that applies what is generated. Default: none.', {
    minProperties: 1,
    maxProperties: 1,
    errorMessage: 'one of argocd, flux',
  });
}

const path = () =>
  text('Folder of the repository that is the output folder; "." for all of it.', { default: DEFAULT_PATH });

function argocd(): Schema {
  return object(
    {
      repoUrl: text('URL of the Git repository that holds the output, as Argo CD is to clone it.', {
        errorMessage: 'a URL such as https://github.com/example/platform.git',
      }),
      revision: text('Branch, tag or commit. The default is the default branch of the repository.', {
        default: 'HEAD',
      }),
      path: path(),
      namespace: text('Namespace of Argo CD.', { default: DEFAULT_ARGOCD_NAMESPACE }),
      project: text('An AppProject that exists, for every Application. Default: one each, with what it needs.'),
      cluster: text('Cluster to apply to: the URL of its API server, or the name that Argo CD knows it by.', {
        default: IN_CLUSTER,
      }),
    },
    'Argo CD: an Application and an AppProject for each folder.',
    { required: ['repoUrl'] },
  );
}

function flux(): Schema {
  return object(
    {
      url: text('URL of the Git repository (https, ssh) or registry (oci) that holds the output.', {
        errorMessage: 'a URL such as https://github.com/example/platform.git or oci://ghcr.io/example/platform',
      }),
      branch: text('Branch of the Git repository. Default: main, unless a tag is given.'),
      tag: text('Tag of the Git repository, or of the artifact in a registry, which needs one.'),
      path: path(),
      namespace: text('Namespace of Flux.', { default: DEFAULT_FLUX_NAMESPACE }),
      secretName: text('Secret in that namespace with the credentials of the repository. Default: none.'),
      interval: duration('Time between two looks at the repository, at least 1s.', { default: '1m' }),
    },
    'Flux: a Kustomization for each folder.',
    { required: ['url'] },
  );
}
