export type { EffectiveSetting } from '../source/effective';
export type { Origin } from '../source/layers';
export type * from './catalog';
export { loadCatalog } from './load';
