import type { GitOpsProps } from '../gitops';
import { ARGOCD_RULES } from '../gitops/argocd-rules';
import { FLUX_RULES, requireInterval, requireRef } from '../gitops/flux-rules';
import { type Problems, problemOf } from './problems';
import { optional, parseDuration } from './quantities';
import type { Source } from './read';

/** The GitOps tool's settings as YAML has them, after the schema has accepted them. */
export interface GitOpsSettings {
  readonly argocd?: { readonly [key in keyof typeof ARGOCD_RULES]?: string } & { readonly repoUrl: string };
  readonly flux?: { readonly [key in keyof typeof FLUX_RULES | 'interval']?: string } & { readonly url: string };
}

/** The props of the GitOps tool; undefined when no tool is declared. */
export function gitOpsProps(settings?: GitOpsSettings): GitOpsProps | undefined {
  const flux = settings?.flux;
  return settings && { ...settings, flux: flux && { ...flux, interval: optional(flux.interval, parseDuration) } };
}

/** Reports settings that the schema accepts and a construct would refuse. */
export function checkGitOps({ argocd, flux }: GitOpsProps = {}, source: Source, problems: Problems): void {
  const report = (path: string[], problem?: string) => {
    if (problem) problems.add(source.path, source.lineOf(['gitops', ...path]), problem);
  };
  for (const [key, rule] of Object.entries(ARGOCD_RULES)) {
    const value = argocd?.[key as keyof typeof ARGOCD_RULES];
    if (value !== undefined)
      report(
        ['argocd', key],
        problemOf((scope) => rule(scope, value)),
      );
  }
  for (const [key, rule] of Object.entries(FLUX_RULES)) {
    const value = flux?.[key as keyof typeof FLUX_RULES];
    if (value !== undefined)
      report(
        ['flux', key],
        problemOf((scope) => rule(scope, value)),
      );
  }
  if (!flux) return;
  report(
    ['flux', 'branch'],
    problemOf((scope) => requireRef(scope, flux)),
  );
  const { interval } = flux;
  if (interval)
    report(
      ['flux', 'interval'],
      problemOf((scope) => requireInterval(scope, interval)),
    );
}
