export { type RenderOptions, toFiles } from './render';
export { synthesize } from './synthesize';
export { type WriteOptions, type WriteResult, writeFiles } from './write';
