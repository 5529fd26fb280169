export { FunctionChart, type FunctionChartProps, type FunctionProps } from './function-chart';
export { Visibility } from './hosts';
export { PodSecurity } from './pod-security';
export { ProjectChart, type ProjectChartProps, type ProjectLimits, type ProjectQuota } from './project-chart';
export { Runtime, type RuntimeProfile } from './runtime';
export { GoFunctionChart, NodeFunctionChart, PythonFunctionChart, RustFunctionChart } from './runtime-charts';
export { Scaler } from './scaler';
export type { ScalingProps } from './scaling';
