import type { PodSecurity, ProjectChartProps } from '../function';
import { requireFreeLabel } from '../function/pod-security';
import { requireOwnNamespace } from '../function/project-chart';
import { toResourceRequirements } from '../workload/resources';
import { type Problems, problemOf } from './problems';
import { optional, parseCpu, parseMemory } from './quantities';
import type { Source } from './read';

/** A project's settings as YAML has them, after the schema has accepted them. */
export interface ProjectSettings {
  readonly quota?: { readonly cpu?: string | number; readonly memory?: string; readonly pods?: number };
  readonly limits?: {
    readonly defaultCpu?: string | number;
    readonly defaultMemory?: string;
    readonly maxMemory?: string;
  };
  readonly networkPolicy?: boolean;
  readonly podSecurity?: PodSecurity;
  readonly createNamespace?: boolean;
  readonly labels?: { [key: string]: string };
}

/** The props of a project. */
export function projectProps(name: string, settings: ProjectSettings = {}): ProjectChartProps {
  const { quota, limits, networkPolicy, podSecurity, createNamespace, labels } = settings;
  return {
    name,
    networkPolicy,
    podSecurity,
    createNamespace,
    labels,
    quota: quota && {
      cpu: optional(quota.cpu, parseCpu),
      memory: optional(quota.memory, parseMemory),
      pods: quota.pods,
    },
    limits: limits && {
      defaultCpu: optional(limits.defaultCpu, parseCpu),
      defaultMemory: optional(limits.defaultMemory, parseMemory),
      maxMemory: optional(limits.maxMemory, parseMemory),
    },
  };
}

/** Whether the file declares a function, which then has a name that it cannot have. */
export function isFunction(source: Source, problems: Problems): boolean {
  const key = ['runtime', 'image'].find((key) => Object.hasOwn(Object(source.value), key));
  if (key === undefined) return false;
  const text = 'function named "project", which is the name of the project\'s own settings; allowed: any other name';
  problems.add(source.path, source.lineOf([key]), text);
  return true;
}

/** Reports what the construct or the API server refuses. */
export function checkProject(props: ProjectChartProps, source: Source, problems: Problems): void {
  const { labels = {}, limits } = props;
  for (const [key, value] of Object.entries(labels)) {
    const taken = problemOf((scope) => requireFreeLabel(scope, key, value));
    if (taken) problems.add(source.path, source.lineOf(['labels', key]), taken);
  }
  for (const field of ['labels', 'podSecurity'] as const) {
    const unused = problemOf((scope) => requireOwnNamespace(scope, field, props));
    if (unused) problems.add(source.path, source.lineOf([field]), unused);
  }
  const problem = problemOf((scope) =>
    toResourceRequirements(scope, { memoryRequest: limits?.defaultMemory, memoryLimit: limits?.maxMemory }),
  );
  if (problem) {
    const text = problem.replace('memory request', 'limits.defaultMemory').replace('its limit', 'limits.maxMemory');
    problems.add(source.path, source.lineOf(['limits', 'defaultMemory']), text);
  }
}
