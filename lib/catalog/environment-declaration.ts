import { DEFAULT_CLUSTER_DOMAIN, DEFAULT_KEDA_NAMESPACE } from '../environment';
import { requireHost, requireNamespace } from '../workload/names';
import type { EnvironmentDeclaration } from './catalog';
import { checkEdge, type EdgeSettings, edgeProps } from './edge-declaration';
import { checkGitOps, type GitOpsSettings, gitOpsProps } from './gitops-declaration';
import { checkMonitoring, type MonitoringSettings, monitoringProps } from './monitoring-declaration';
import { checkPlatform, type PlatformSettings, platformProps } from './platform-declaration';
import { type Problems, problemOf } from './problems';
import { optional } from './quantities';
import type { Source } from './read';

/** An environment's settings as YAML has them, after the schema has accepted them. */
export interface EnvironmentSettings {
  readonly domain: string;
  readonly kedaNamespace?: string;
  readonly clusterDomain?: string;
  readonly platform?: PlatformSettings;
  readonly edge?: EdgeSettings;
  readonly gitops?: GitOpsSettings;
  readonly monitoring?: MonitoringSettings;
  readonly projects?: string[];
  readonly defaults?: object;
  readonly overrides?: { [target: string]: object };
}

/** All of an environment but its projects. */
export function environmentBase(name: string, settings: EnvironmentSettings): Omit<EnvironmentDeclaration, 'projects'> {
  const { domain, kedaNamespace, clusterDomain } = settings;
  return {
    name,
    props: { domain, kedaNamespace, clusterDomain },
    platform: platformProps(settings.platform),
    edge: optional(settings.edge, edgeProps),
    gitops: gitOpsProps(settings.gitops),
    monitoring: monitoringProps(settings.monitoring),
  };
}

/** Reports settings that the schema accepts and a construct would refuse, and names that lead nowhere. */
export function checkEnvironment(
  settings: EnvironmentSettings,
  functionsByProject: ReadonlyMap<string, readonly string[]>,
  source: Source,
  problems: Problems,
): void {
  const { domain, kedaNamespace = DEFAULT_KEDA_NAMESPACE, projects, overrides = {} } = settings;
  const { clusterDomain = DEFAULT_CLUSTER_DOMAIN } = settings;
  const report = (path: string[], problem?: string) => {
    if (problem) problems.add(source.path, source.lineOf(path), problem);
  };
  report(
    ['domain'],
    problemOf((scope) => requireHost(scope, 'domain', domain)),
  );
  report(
    ['kedaNamespace'],
    problemOf((scope) =>
      requireNamespace(scope, 'kedaNamespace', kedaNamespace, settings.platform?.createNamespace),
    )?.replace(/createNamespace: false$/, 'platform.$&'),
  );
  report(
    ['clusterDomain'],
    problemOf((scope) => requireHost(scope, 'clusterDomain', clusterDomain)),
  );
  checkPlatform(platformProps(settings.platform), source, problems);
  if (settings.edge) checkEdge(settings.edge, source, problems);
  checkGitOps(gitOpsProps(settings.gitops), source, problems);
  checkMonitoring(monitoringProps(settings.monitoring), source, problems);
  const known = [...functionsByProject.keys()];
  projects?.forEach((project, index) => {
    if (!known.includes(project))
      report(['projects', String(index)], `project "${project}" is unknown; allowed: ${known.join(', ') || 'none'}`);
  });
  const targets = known
    .filter((project) => projects?.includes(project) ?? true)
    .flatMap((project) => functionsByProject.get(project)!.map((name) => `${project}/${name}`));
  for (const target of Object.keys(overrides)) {
    if (!targets.includes(target)) {
      report(
        ['overrides', target],
        `override of "${target}", which this environment does not run; allowed: ${targets.join(', ') || 'none'}`,
      );
    }
  }
}
