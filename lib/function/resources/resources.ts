import type { k8s } from 'cdk8s-plus-28';
import { resourceList, toResourceRequirements } from '../../workload/resources';
import type { FunctionSettings } from '../fields';

/** What a pod asks of its node, and may use of it. */
export function resourcesOf(settings: FunctionSettings): k8s.ResourceRequirements {
  const { cpu, cpuLimit, memory, memoryLimit = memory, ephemeralStorage, ephemeralStorageLimit } = settings;
  const { requests, limits } = toResourceRequirements({
    cpuRequest: cpu,
    cpuLimit,
    memoryRequest: memory,
    memoryLimit,
  });
  return {
    requests: { ...requests, ...storage(ephemeralStorage) },
    limits: { ...limits, ...storage(ephemeralStorageLimit) },
  };
}

function storage(size: FunctionSettings['ephemeralStorage']): k8s.ResourceRequirements['requests'] {
  const { memory } = resourceList(undefined, size) ?? {};
  return memory && { 'ephemeral-storage': memory };
}
