import { k8s } from 'cdk8s-plus-28';
import { resourceList, toResourceRequirements } from '../../workload/resources';
import type { FunctionSettings } from '../fields';

/** What a pod asks of its node, and may use of it. */
export function resourcesOf(settings: FunctionSettings): k8s.ResourceRequirements {
  const { cpu, cpuLimit, memory, memoryLimit = memory, ephemeralStorage, ephemeralStorageLimit } = settings;
  const devices = devicesOf(settings);
  const { requests, limits } = toResourceRequirements({
    cpuRequest: cpu,
    cpuLimit,
    memoryRequest: memory,
    memoryLimit,
  });
  return {
    requests: { ...requests, ...storage(ephemeralStorage), ...devices },
    limits: { ...limits, ...storage(ephemeralStorageLimit), ...devices },
  };
}

function storage(size: FunctionSettings['ephemeralStorage']): k8s.ResourceRequirements['requests'] {
  const { memory } = resourceList(undefined, size) ?? {};
  return memory && { 'ephemeral-storage': memory };
}

/** Devices, which are neither shared nor asked for in excess of what is used: the API server wants request and limit alike. */
function devicesOf({ extendedResources = {} }: FunctionSettings): k8s.ResourceRequirements['limits'] {
  const counts = Object.entries(extendedResources).map(([name, count]) => [
    name,
    k8s.Quantity.fromString(String(count)),
  ]);
  return Object.fromEntries(counts);
}
