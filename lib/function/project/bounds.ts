import { Size } from 'cdk8s';
import type { Path, Problem } from '../../fields/index';
import { present, type Some } from '../../present';
import { Cpu } from '../../values/cpu';
import { formatMemory } from '../../values/memory';
import { FUNCTION_DEFAULTS } from '../defaults';
import { cpuOf, memoryOf, podDemand } from '../init-containers/demand';
import type { InitContainer } from '../init-containers/props';
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
  readonly initContainers?: InitContainer[];
}

/**
 * What of a function does not fit into its project even when it is alone there: the API server would refuse its pod at
 * each request.
 */
export function misfits(demand: ProjectDemand, bounds: ProjectBounds): Problem[] {
  if (!bounds.quota && !bounds.limits) return [];
  const { quota = {}, limits = {} } = bounds;
  const { cpu = FUNCTION_DEFAULTS.cpu, memory = FUNCTION_DEFAULTS.memory, memoryLimit = memory } = demand;
  const { minReplicas = FUNCTION_DEFAULTS.minReplicas, initContainers = [] } = demand;
  const pods = Math.max(1, minReplicas);
  const limited = demand.memoryLimit ? 'memoryLimit' : 'memory';
  const times = pods > 1 ? `times minReplicas ${pods} ` : '';
  const problem = (path: Path, value: string | number, bound: string, allowed: string, factor = ''): Problem => ({
    path,
    value,
    reason: `${factor}is above the project's ${bound}`,
    allowed: `at most ${allowed}`,
  });
  const { maxMemory } = limits;
  const bytes = (size: Size) => size.toKibibytes();
  const tooLarge = (path: Path, size: Size) =>
    maxMemory &&
    bytes(size) > bytes(maxMemory) &&
    problem(path, formatMemory(size), 'limits.maxMemory', formatMemory(maxMemory));
  return present([
    tooLarge([limited], memoryLimit),
    initContainers.map((container, index) =>
      tooLarge(
        ['initContainers', index, container.memoryLimit ? 'memoryLimit' : 'memory'],
        Size.kibibytes(memoryOf(container)),
      ),
    ),
    quota.memory &&
      bytes(memoryLimit) * pods > bytes(quota.memory) &&
      problem([limited], formatMemory(memoryLimit), 'quota.memory', formatMemory(quota.memory), times),
    quota.cpu &&
      cpu.millicores * pods > quota.cpu.millicores &&
      problem(['cpu'], cpu.toQuantity(), 'quota.cpu', quota.cpu.toQuantity(), times),
    initContainers.length > 0 && together(quota, initContainers, bytes(memoryLimit), cpu.millicores, pods),
    quota.pods !== undefined &&
      minReplicas > quota.pods &&
      problem(['minReplicas'], minReplicas, 'quota.pods', String(quota.pods)),
  ]);
}

/** What is too much for the quota with the other containers of the pods, and not without them. */
function together(
  quota: ProjectQuota,
  initContainers: InitContainer[],
  memory: number,
  cpu: number,
  pods: number,
): Some<Problem> {
  const isOver = (quota: number | undefined, own: number, all: number) =>
    quota !== undefined && own * pods <= quota && all * pods > quota;
  const problem = (bound: string, asked: string, allowed: string): Problem => ({
    path: ['initContainers'],
    reason: `takes a pod to ${asked}, ${pods > 1 ? `times minReplicas ${pods} ` : ''}above the project's ${bound}`,
    allowed: `at most ${allowed}`,
  });
  const [allMemory, allCpu] = [podDemand(memory, initContainers, memoryOf), podDemand(cpu, initContainers, cpuOf)];
  return [
    isOver(quota.memory?.toKibibytes(), memory, allMemory) &&
      problem('quota.memory', formatMemory(Size.kibibytes(allMemory)), formatMemory(quota.memory!)),
    isOver(quota.cpu?.millicores, cpu, allCpu) &&
      problem('quota.cpu', Cpu.millis(allCpu).toQuantity(), quota.cpu!.toQuantity()),
  ];
}
