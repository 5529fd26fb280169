import { Size } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Cpu } from '../values/cpu';
import { formatMemory } from '../values/memory';

/** What a container asks for and may use. */
export interface Resources {
  /** CPU request. @default - none */
  readonly cpuRequest?: Cpu;
  /** CPU limit. @default - none: a limit throttles the start-up burst that a cold start consists of */
  readonly cpuLimit?: Cpu;
  /** Memory request. @default - none */
  readonly memoryRequest?: Size;
  /** Memory limit. @default - none */
  readonly memoryLimit?: Size;
}

/** CPU and memory as a Kubernetes resource list; undefined when neither is given. */
export function resourceList(cpu?: Cpu, memory?: Size): { [resource: string]: k8s.Quantity } | undefined {
  if (!cpu && !memory) return undefined;
  return {
    ...(cpu && { cpu: k8s.Quantity.fromString(cpu.toQuantity()) }),
    ...(memory && { memory: k8s.Quantity.fromString(formatMemory(memory)) }),
  };
}

/** Disk for logs, which a kubelet keeps 50 MiB of for a container unless told otherwise, and for what else is written. */
export const DISK = { request: Size.mebibytes(64), limit: Size.gibibytes(1) };

/** Disk as a Kubernetes resource list. */
export function diskList(size: Size): { [resource: string]: k8s.Quantity } {
  return { 'ephemeral-storage': k8s.Quantity.fromString(formatMemory(size)) };
}

/** Resources as a container has them. */
export function toResourceRequirements(resources: Resources): k8s.ResourceRequirements {
  const { cpuRequest, cpuLimit, memoryRequest, memoryLimit } = resources;
  return { requests: resourceList(cpuRequest, memoryRequest), limits: resourceList(cpuLimit, memoryLimit) };
}

/** Resources of a container that says nothing of its disk. */
export function withDisk(resources: Resources): k8s.ResourceRequirements {
  const { requests, limits } = toResourceRequirements(resources);
  return {
    requests: { ...requests, ...diskList(DISK.request) },
    limits: { ...limits, ...diskList(DISK.limit) },
  };
}
