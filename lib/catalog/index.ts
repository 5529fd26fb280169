export type {
  Catalog,
  EnvironmentDeclaration,
  FunctionDeclaration,
  PlatformDeclaration,
  ProjectDeclaration,
} from './catalog';
export { loadCatalog } from './load';
