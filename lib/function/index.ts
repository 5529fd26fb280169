export type * from './cold-start/props';
export type { ConfigMapProps, FunctionConfigMapsProps } from './config-maps/props';
export type * from './files/props';
export { FunctionChart } from './function-chart';
export { FunctionDefaults } from './function-defaults';
export type * from './identity/props';
export * from './init-containers/props';
export { JobChart } from './job/job-chart';
export * from './job/props';
export * from './job/scaling';
export type * from './metadata/props';
export { type FunctionPort, PortProtocol } from './network/port';
export type * from './network/props';
export { Protocol } from './network/protocol';
export * from './placement/affinity';
export * from './placement/props';
export type * from './pod/props';
export * from './probes/probe';
export type * from './probes/props';
export type * from './process/props';
export { ProjectChart } from './project/project-chart';
export type * from './project/props';
export type { FunctionChartProps, FunctionProps, SharedFunctionProps } from './props';
export type * from './resources/props';
export * from './routing/props';
export { Runtime } from './runtime/runtime';
export {
  BunFunctionChart,
  ContainerFunctionChart,
  DenoFunctionChart,
  DotnetFunctionChart,
  GoFunctionChart,
  JavaFunctionChart,
  NodeFunctionChart,
  PythonFunctionChart,
  RustFunctionChart,
} from './runtime/runtime-charts';
export type { RuntimeProfile } from './runtime/runtime-fields';
export * from './scaling/advanced/props';
export * from './scaling/props';
export * from './schedule/props';
export { ConcurrencyPolicy, type Schedule } from './schedule/schedule';
export * from './target/props';
export type { Scaled, ScaleTargetRef } from './target/target';
export { WorkloadChart } from './target/workload-chart';
