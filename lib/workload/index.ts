export { Cpu } from '../values/cpu';
export type { Resources } from './resources';
