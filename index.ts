export { main } from './cli/app';
export * from './lib';
