/** What a repository is made for. */
export interface Repository {
  /** Of the package, and so of the app. */
  readonly name: string;
  readonly domain: string;
  /** URL of the Git repository that Argo CD applies. */
  readonly argocd?: string;
  /** URL of the Git repository that Flux applies. */
  readonly flux?: string;
  /** What npm installs as `cdk8s-keda-functions`. */
  readonly dependency: string;
}

/** The README of a repository that `init` makes. */
export function readme({ name, argocd, flux }: Repository): string {
  return `# ${name}

Functions that scale from zero on Kubernetes. \`environments/\` and \`functions/\` declare them, \`dist/\` is what is made of it:
plain YAML, which is committed, so that a pull request shows what changes in the cluster.

\`\`\`console
npm install
npm run check   # says what is wrong, file and line
npm run synth   # writes dist/
\`\`\`

A function is a file \`functions/<project>/<function>.yaml\` of three lines; your editor completes and checks the rest. See
\`node_modules/cdk8s-keda-functions/README.md\`.

${delivery(argocd, flux)}
\`npx cdk8s-keda-functions doctor\` says why a function does not wake.
`;
}

function delivery(argocd?: string, flux?: string): string {
  const tool = argocd === undefined ? flux && 'Flux' : 'Argo CD';
  if (tool === undefined) {
    return `Bring it to the cluster of your kubeconfig. The command names the cluster, asks, and applies KEDA before the functions:

\`\`\`console
npx cdk8s-keda-functions install dist/production
\`\`\`

With \`gitops:\` in \`environments/production.yaml\` Argo CD or Flux does it.
`;
  }
  const file = argocd === undefined ? 'flux' : 'argocd';
  return `Once everything is committed and pushed, ${tool} applies it all, and itself from then on:

\`\`\`console
kubectl apply -f dist/production/gitops/${file}.yaml
\`\`\`
`;
}
