export {
  type Catalog,
  type EnvironmentDeclaration,
  type FunctionDeclaration,
  loadCatalog,
  type ProjectDeclaration,
} from './catalog';
export { ENVIRONMENT_SCHEMA, FUNCTION_SCHEMA, type JsonSchema, PROJECT_SCHEMA } from './schema';
