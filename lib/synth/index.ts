export { type RenderOptions, toFiles } from './render';
export { type SynthesisResult, synthesize } from './synthesize';
export { type WriteOptions, type WriteResult, writeFiles } from './write';
