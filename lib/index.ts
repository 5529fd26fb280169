export * from './catalog';
export * from './edge';
export { Environment, type EnvironmentProps } from './environment';
export { InputError } from './errors';
export * from './function';
export * from './platform';
export * from './synth';
export { warningsOf } from './warnings';
export * from './workload';
