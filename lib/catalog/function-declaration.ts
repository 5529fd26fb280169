import { type FunctionChartProps, Runtime, type Scaler } from '../function';
import { optional, parseCpu, parseDuration, parseMemory } from './quantities';

/** A function's settings as YAML has them, after the schema has accepted them. */
export interface FunctionSettings {
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

/** The props of a function. Settings whose YAML form is that of the prop pass as they are. */
export function functionProps(project: string, name: string, settings: FunctionSettings): FunctionChartProps {
  const { id, ...same } = settings;
  return {
    ...same,
    project,
    name,
    functionId: id,
    runtime: Runtime.ALL.find((runtime) => runtime.name === settings.runtime)!,
    cooldown: optional(settings.cooldown, parseDuration),
    initialCooldown: optional(settings.initialCooldown, parseDuration),
    requestRateWindow: optional(settings.requestRateWindow, parseDuration),
    requestRateGranularity: optional(settings.requestRateGranularity, parseDuration),
    timeout: optional(settings.timeout, parseDuration),
    readinessTimeout: optional(settings.readinessTimeout, parseDuration),
    cpu: optional(settings.cpu, parseCpu),
    cpuLimit: optional(settings.cpuLimit, parseCpu),
    memory: optional(settings.memory, parseMemory),
    memoryLimit: optional(settings.memoryLimit, parseMemory),
  };
}
