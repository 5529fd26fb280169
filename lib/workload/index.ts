export { Cpu } from './cpu';
export type { Resources } from './resources';
