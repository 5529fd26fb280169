export { FunctionChart } from './function-chart';
export { Visibility } from './hosts';
export { PodSecurity } from './pod-security';
export { ProjectChart } from './project-chart';
export type { ProjectChartProps, ProjectLimits, ProjectQuota } from './project-props';
export { type FunctionChartProps, type FunctionProps, Scaler, type ScalingProps } from './props';
export { Runtime } from './runtime';
export { GoFunctionChart, NodeFunctionChart, PythonFunctionChart, RustFunctionChart } from './runtime-charts';
export type { RuntimeProfile } from './runtime-fields';
