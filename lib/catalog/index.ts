export type * from './catalog';
export type { EffectiveSetting } from './effective';
export type { Origin } from './layers';
export { loadCatalog } from './load';
