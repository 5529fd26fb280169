export type {
  CatalogDeclaration,
  EnvironmentDeclaration,
  FunctionDeclaration,
  ProjectDeclaration,
} from './catalog';
export type { EffectiveSetting } from './effective';
export type { Origin } from './layers';
export { loadCatalog } from './load';
