import type { Size } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { DISK, diskList, toResourceRequirements } from '../../workload/resources';
import type { PodSettings } from '../pod/fields';
import type { FunctionResourceProps } from './props';

/** What a pod asks of its node, and may use of it. */
export function resourcesOf(settings: PodSettings): k8s.ResourceRequirements {
  const { cpu, cpuLimit, memory, memoryLimit = memory } = settings;
  const disk = diskOf(settings);
  const devices = devicesOf(settings);
  const { requests, limits } = toResourceRequirements({
    cpuRequest: cpu,
    cpuLimit,
    memoryRequest: memory,
    memoryLimit,
  });
  return {
    requests: { ...requests, ...(disk.request && diskList(disk.request)), ...devices },
    limits: { ...limits, ...diskList(disk.limit), ...devices },
  };
}

/** Disk of a pod's container: a limit alone is its request, too. */
export function diskOf({ ephemeralStorage, ephemeralStorageLimit }: FunctionResourceProps) {
  return {
    request: ephemeralStorage ?? (ephemeralStorageLimit ? undefined : DISK.request),
    limit: ephemeralStorageLimit ?? largest(DISK.limit, ephemeralStorage),
  };
}

function largest(one: Size, other: Size = one): Size {
  return other.toKibibytes() > one.toKibibytes() ? other : one;
}

/** Devices, which are neither shared nor asked for in excess of what is used: the API server wants request and limit alike. */
function devicesOf({ extendedResources = {} }: PodSettings): k8s.ResourceRequirements['limits'] {
  const counts = Object.entries(extendedResources).map(([name, count]) => [
    name,
    k8s.Quantity.fromString(String(count)),
  ]);
  return Object.fromEntries(counts);
}
