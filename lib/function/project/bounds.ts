import type { Size } from 'cdk8s';
import type { Problem } from '../../fields/index';
import type { Cpu } from '../../values/cpu';
import { formatMemory } from '../../values/memory';
import { FUNCTION_DEFAULTS } from '../defaults';
import type { ProjectLimits, ProjectQuota } from './props';

/** What the API server holds the pods of a project to. */
export interface ProjectBounds {
  readonly quota?: ProjectQuota;
  readonly limits?: ProjectLimits;
  readonly networkPolicy?: boolean;
}

/** What a function asks of its project. */
export interface ProjectDemand {
  readonly cpu?: Cpu;
  readonly memory?: Size;
  readonly memoryLimit?: Size;
  readonly minReplicas?: number;
}

/**
 * What of a function does not fit into its project even when it is alone there: the API server would refuse its pod at
 * each request.
 */
export function misfits(demand: ProjectDemand, { quota = {}, limits = {} }: ProjectBounds): Problem[] {
  const { cpu = FUNCTION_DEFAULTS.cpu, memory = FUNCTION_DEFAULTS.memory, memoryLimit = memory } = demand;
  const { minReplicas = FUNCTION_DEFAULTS.minReplicas } = demand;
  const pods = Math.max(1, minReplicas);
  const limited = demand.memoryLimit ? 'memoryLimit' : 'memory';
  const times = pods > 1 ? `times minReplicas ${pods} ` : '';
  const problem = (key: string, value: string | number, bound: string, allowed: string, factor = ''): Problem => ({
    path: [key],
    value,
    reason: `${factor}is above the project's ${bound}`,
    allowed: `at most ${allowed}`,
  });
  const { maxMemory } = limits;
  const bytes = (size: Size) => size.toKibibytes();
  return [
    ...(maxMemory && bytes(memoryLimit) > bytes(maxMemory)
      ? [problem(limited, formatMemory(memoryLimit), 'limits.maxMemory', formatMemory(maxMemory))]
      : []),
    ...(quota.memory && bytes(memoryLimit) * pods > bytes(quota.memory)
      ? [problem(limited, formatMemory(memoryLimit), 'quota.memory', formatMemory(quota.memory), times)]
      : []),
    ...(quota.cpu && cpu.millicores * pods > quota.cpu.millicores
      ? [problem('cpu', cpu.toQuantity(), 'quota.cpu', quota.cpu.toQuantity(), times)]
      : []),
    ...(quota.pods !== undefined && minReplicas > quota.pods
      ? [problem('minReplicas', minReplicas, 'quota.pods', String(quota.pods))]
      : []),
  ];
}
