export { Catalog, type CatalogProps } from './catalog';
export { FunctionsApp, type FunctionsAppProps } from './functions-app';
