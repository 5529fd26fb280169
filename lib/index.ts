export * from './catalog';
export { Environment, type EnvironmentProps } from './environment';
export { InputError } from './errors';
export * from './function';
export * from './monitoring';
export * from './platform';
export * from './synth';
export * from './workload';
