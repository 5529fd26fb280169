import type { FunctionChartProps } from '../function/function-chart';
import type { ProjectChartProps } from '../function/project-chart';
import { Runtime } from '../function/runtime';
import type { Scaler } from '../function/scaler';
import type { ComponentProps, InterceptorProps, KedaPlatformProps, LogLevel } from '../platform';
import { Sizing } from '../platform';
import { parseCpu, parseDuration, parseMemory } from './quantities';

// The files' content, as the JSON Schema lets it through, and what it becomes.

export interface FunctionFile {
  readonly runtime: string;
  readonly image: string;
  readonly id?: string;
  readonly hosts?: string[];
  readonly pathPrefixes?: string[];
  readonly scaler?: Scaler;
  readonly minReplicas?: number;
  readonly maxReplicas?: number;
  readonly cooldown?: string;
  readonly initialCooldown?: string;
  readonly concurrency?: number;
  readonly requestRate?: number;
  readonly requestRateWindow?: string;
  readonly requestRateGranularity?: string;
  readonly port?: number;
  readonly handler?: string;
  readonly timeout?: string;
  readonly readinessTimeout?: string;
  readonly env?: { [name: string]: string };
  readonly envFromSecrets?: string[];
  readonly cpu?: string | number;
  readonly cpuLimit?: string | number;
  readonly memory?: string;
  readonly memoryLimit?: string;
  readonly healthPath?: string;
  readonly readinessProbe?: boolean;
  readonly writablePaths?: string[];
}

export interface ProjectFile {
  readonly quota?: { readonly cpu?: string | number; readonly memory?: string; readonly pods?: number };
  readonly limits?: {
    readonly defaultCpu?: string | number;
    readonly defaultMemory?: string;
    readonly maxMemory?: string;
  };
  readonly networkPolicy?: boolean;
  readonly labels?: { [key: string]: string };
}

interface ComponentFile {
  readonly cpu?: string | number;
  readonly cpuLimit?: string | number;
  readonly memory?: string;
  readonly memoryLimit?: string;
  readonly replicas?: number;
  readonly minReplicas?: number;
  readonly maxReplicas?: number;
  readonly logLevel?: LogLevel;
  readonly extraArgs?: string[];
}

const COMPONENTS = ['operator', 'metricsServer', 'webhooks', 'addOnOperator', 'interceptor', 'scaler'] as const;

export interface PlatformFile {
  readonly sizing?: 'standard' | 'seed';
  readonly registry?: string;
  readonly digests?: { [image: string]: string };
  readonly operator?: ComponentFile;
  readonly metricsServer?: ComponentFile;
  readonly webhooks?: ComponentFile;
  readonly addOnOperator?: ComponentFile;
  readonly interceptor?: ComponentFile;
  readonly scaler?: ComponentFile;
}

export interface EnvironmentFile {
  readonly domain: string;
  readonly kedaNamespace?: string;
  readonly platform?: PlatformFile;
  readonly projects?: string[];
  readonly defaults?: Partial<FunctionFile>;
  readonly overrides?: { [target: string]: Partial<FunctionFile> };
}

/** What an environment makes of a function's file. */
export function mergeFunction(environment: EnvironmentFile, target: string, file: FunctionFile): FunctionFile {
  const { defaults, overrides } = environment;
  const override = overrides?.[target];
  const env = { ...defaults?.env, ...file.env, ...override?.env };
  return { ...defaults, ...file, ...override, ...(Object.keys(env).length > 0 && { env }) };
}

export function toFunctionProps(project: string, file: FunctionFile): FunctionChartProps {
  const { runtime, id, cpu, cpuLimit, memory, memoryLimit, ...rest } = file;
  return {
    ...rest,
    project,
    runtime: Runtime.ALL.find(({ name }) => name === runtime) as Runtime,
    functionId: id,
    cooldown: parseDuration(file.cooldown),
    initialCooldown: parseDuration(file.initialCooldown),
    requestRateWindow: parseDuration(file.requestRateWindow),
    requestRateGranularity: parseDuration(file.requestRateGranularity),
    timeout: parseDuration(file.timeout),
    readinessTimeout: parseDuration(file.readinessTimeout),
    cpu: parseCpu(cpu),
    cpuLimit: parseCpu(cpuLimit),
    memory: parseMemory(memory),
    memoryLimit: parseMemory(memoryLimit),
  };
}

export function toProjectProps(name: string, { quota, limits, ...rest }: ProjectFile): ProjectChartProps {
  return {
    ...rest,
    name,
    quota: quota && { cpu: parseCpu(quota.cpu), memory: parseMemory(quota.memory), pods: quota.pods },
    limits: limits && {
      defaultCpu: parseCpu(limits.defaultCpu),
      defaultMemory: parseMemory(limits.defaultMemory),
      maxMemory: parseMemory(limits.maxMemory),
    },
  };
}

export function toPlatformProps({ sizing, registry, digests, ...file }: PlatformFile): KedaPlatformProps {
  const components = COMPONENTS.filter((name) => file[name]).map((name) => [
    name,
    toComponentProps(file[name] as ComponentFile),
  ]);
  return {
    sizing: sizing === 'seed' ? Sizing.SEED : Sizing.STANDARD,
    images: { registry, digests },
    ...Object.fromEntries(components),
  };
}

function toComponentProps({
  cpu,
  cpuLimit,
  memory,
  memoryLimit,
  ...rest
}: ComponentFile): ComponentProps & InterceptorProps {
  const resources = {
    cpuRequest: parseCpu(cpu),
    cpuLimit: parseCpu(cpuLimit),
    memoryRequest: parseMemory(memory),
    memoryLimit: parseMemory(memoryLimit),
  };
  return { ...rest, ...(Object.values(resources).some((value) => value !== undefined) && { resources }) };
}
