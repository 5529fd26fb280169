export { toFiles } from './render';
export { main, synthesize } from './synthesize';
export { type WriteResult, writeFiles } from './write';
