export type {
  Catalog,
  EnvironmentDeclaration,
  FunctionDeclaration,
  ProjectDeclaration,
} from './catalog';
export { loadCatalog } from './load';
