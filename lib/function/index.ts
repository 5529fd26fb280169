export type {
  ColdStart,
  ColdStartFallback,
  ColdStartPlaceholder,
  FunctionColdStartProps,
  PlaceholderConfigMap,
} from './cold-start/props';
export type { ConfigMapProps, FunctionConfigMapsProps } from './config-maps/props';
export type { FunctionFilesProps } from './files/props';
export { FunctionChart } from './function-chart';
export { FunctionDefaults } from './function-defaults';
export type { FunctionIdentityProps, ServiceAccountProps } from './identity/props';
export {
  ContainerRestartPolicy,
  type FunctionInitContainersProps,
  type InitContainer,
} from './init-containers/props';
export type { FunctionMetadataProps } from './metadata/props';
export { type FunctionPort, PortProtocol } from './network/port';
export type { FunctionNetworkProps } from './network/props';
export { Protocol } from './network/protocol';
export { type NodeRequirement, NodeSelectorOperator, type PodAffinityTerm } from './placement/affinity';
export {
  Architecture,
  type FunctionPlacementProps,
  type TopologySpreadConstraint,
  UnsatisfiableConstraintAction,
} from './placement/props';
export {
  type FunctionProbes,
  type GrpcProbeOptions,
  type HttpProbeOptions,
  Probe,
  type ProbeOptions,
  type ProbeProps,
  type TcpProbeOptions,
} from './probes/probe';
export type { FunctionProbeProps } from './probes/props';
export type { FunctionProcessProps } from './process/props';
export { ProjectChart } from './project/project-chart';
export type { ProjectChartProps, ProjectLimits, ProjectQuota } from './project/props';
export type { FunctionChartProps, FunctionProps, SharedFunctionProps } from './props';
export type { FunctionResourceProps } from './resources/props';
export { type FunctionHostsProps, type FunctionRoutingProps, type HeaderMatch, Visibility } from './routing/props';
export { Runtime } from './runtime/runtime';
export { GoFunctionChart, NodeFunctionChart, PythonFunctionChart, RustFunctionChart } from './runtime/runtime-charts';
export type { RuntimeProfile } from './runtime/runtime-fields';
export { Scaler, type ScalingProps, type WarmWindow } from './scaling/props';
