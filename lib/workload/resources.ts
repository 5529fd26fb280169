import type { Size } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { reject } from '../errors';
import type { Cpu } from './cpu';

/** What a container asks for and may use. */
export interface Resources {
  /** @default - no CPU request */
  readonly cpuRequest?: Cpu;
  /** @default - no CPU limit: a limit throttles the start-up burst that a cold start consists of */
  readonly cpuLimit?: Cpu;
  /** @default - no memory request */
  readonly memoryRequest?: Size;
  /** @default - no memory limit */
  readonly memoryLimit?: Size;
}

/** A memory size as a Kubernetes quantity, such as `128Mi`, or `1500Ki` where there is a fraction of a mebibyte. */
export function memoryQuantity(size: Size): string {
  const kibibytes = size.toKibibytes();
  return kibibytes % 1024 === 0 ? `${kibibytes / 1024}Mi` : `${kibibytes}Ki`;
}

/** CPU and memory as a Kubernetes resource list; undefined when neither is given. */
export function resourceList(cpu?: Cpu, memory?: Size): { [resource: string]: k8s.Quantity } | undefined {
  if (!cpu && !memory) return undefined;
  return {
    ...(cpu && { cpu: k8s.Quantity.fromString(cpu.toQuantity()) }),
    ...(memory && { memory: k8s.Quantity.fromString(memoryQuantity(memory)) }),
  };
}

/** Renders resources, and refuses a request above its limit, which the API server would refuse too. */
export function toResourceRequirements(scope: IConstruct, resources: Resources): k8s.ResourceRequirements {
  const { cpuRequest, cpuLimit, memoryRequest, memoryLimit } = resources;
  if (cpuRequest && cpuLimit && cpuRequest.millicores > cpuLimit.millicores) {
    reject(
      scope,
      `cpu request ${cpuRequest.toQuantity()} is above its limit; allowed: at most ${cpuLimit.toQuantity()}`,
    );
  }
  if (memoryRequest && memoryLimit && memoryRequest.toKibibytes() > memoryLimit.toKibibytes()) {
    reject(
      scope,
      `memory request ${memoryQuantity(memoryRequest)} is above its limit; allowed: at most ${memoryQuantity(memoryLimit)}`,
    );
  }
  return { requests: resourceList(cpuRequest, memoryRequest), limits: resourceList(cpuLimit, memoryLimit) };
}
