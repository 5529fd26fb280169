import type { Fault } from '../../fields/index';
import { carries } from '../../workload/metadata-faults';

/** Variables that every function has, and the setting that each carries. */
const FIXED = {
  FUNCTION_NAME: 'name',
  FUNCTION_HANDLER: 'handler',
  FUNCTION_TIMEOUT: 'timeout',
  PORT: 'port',
} as const;

/** The variables that every function has. */
export type FixedVariables = { readonly [name in keyof typeof FIXED]: string };

export const FIXED_VARIABLES: readonly string[] = Object.keys(FIXED);

/** What keeps a declaration from setting a variable, if anything: it would be overridden by one that every function has. */
export function variableFault(name: string): Fault | undefined {
  if (!Object.hasOwn(FIXED, name)) return undefined;
  const setting = FIXED[name as keyof typeof FIXED];
  return carries(setting, `${setting}, or another name`);
}
