export { type FunctionNames, type Labels, Naming } from './naming';
export type { NamingProps } from './props';
