import { FUNCTION_DEFAULTS as DEFAULTS } from '../defaults';
import type { InitContainer } from './props';

/** What the API server counts of a pod: what runs at once, so containers and sidecars, or more where one runs before them. */
export function podDemand(
  own: number,
  initContainers: readonly InitContainer[],
  demandOf: (container: InitContainer) => number,
): number {
  let [most, sidecars] = [0, 0];
  for (const container of initContainers) {
    const demand = demandOf(container);
    most = Math.max(most, sidecars + demand);
    if (container.restartPolicy) sidecars += demand;
  }
  return Math.max(most, own + sidecars);
}

export const memoryOf = ({ memory = DEFAULTS.memory, memoryLimit = memory }: InitContainer): number =>
  memoryLimit.toKibibytes();

export const cpuOf = ({ cpu = DEFAULTS.cpu }: InitContainer): number => cpu.millicores;
