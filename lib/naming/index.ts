export { type FunctionNames, type LabelSelector, type Labels, Naming } from './naming';
export type { NamingProps } from './props';
