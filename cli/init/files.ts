import { stringify } from 'yaml';
import { type Repository, readme } from './readme';

/** The files of a repository of YAML, by their paths. */
export function filesOf(repository: Repository): { readonly [path: string]: string } {
  const { name, dependency } = repository;
  return {
    'README.md': readme(repository),
    'package.json': `${JSON.stringify(
      {
        name,
        private: true,
        scripts: { check: 'cdk8s-keda-functions check', synth: 'cdk8s-keda-functions synth' },
        devDependencies: { 'cdk8s-keda-functions': dependency },
      },
      undefined,
      2,
    )}\n`,
    'environments/production.yaml': schema('..', 'environment') + stringify(environment(repository)),
    'functions/my-project/hello.yaml': schema('../..', 'function') + HELLO,
    '.github/workflows/functions.yaml': WORKFLOW,
    '.gitattributes': 'dist/** text eol=lf linguist-generated\n',
    '.gitignore': 'node_modules/\n',
  };
}

/** What the file of the environment says. */
export function environment({ domain, argocd, flux }: Pick<Repository, 'domain' | 'argocd' | 'flux'>): object {
  if (argocd !== undefined) return { domain, gitops: { argocd: { repoUrl: argocd } } };
  if (flux !== undefined) return { domain, gitops: { flux: { url: flux } } };
  return { domain };
}

function schema(root: string, kind: string): string {
  return `# yaml-language-server: $schema=${root}/node_modules/cdk8s-keda-functions/schemas/${kind}.schema.json\n`;
}

// an image of Kubernetes' own tutorial, which answers with the time
const HELLO = `runtime: go
image: registry.k8s.io/e2e-test-images/agnhost:2.53
args: [netexec, --http-port=8080]
`;

const WORKFLOW = `name: functions
on:
  push: { branches: [main] }
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 22 }
      - run: npm install
      - run: npm run check
      - name: dist/ is what the declarations make
        run: |
          npm run synth
          test -z "$(git status --porcelain dist)"
`;
