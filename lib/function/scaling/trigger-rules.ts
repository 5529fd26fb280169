import type { Rule } from '../../fields/index';
import type { Trigger } from '../../triggers';
import type { VariablesProps } from '../../workload/variables/props';
import type { ContainerProcessProps } from '../process/props';
import { FIXED_VARIABLES } from '../process/variables';
import type { Runtime } from '../runtime/runtime';

export interface Triggered {
  readonly triggers?: Trigger[];
}

export type TriggeredProcess = Triggered &
  ContainerProcessProps &
  VariablesProps & { readonly runtime: Runtime; readonly http?: boolean; readonly target?: object };

/**
 * KEDA reads a variable from the container; what whole Secrets and ConfigMaps give it is not known here.
 * @param fixed Variables that every such container has.
 */
export const triggerVariablesRule = (
  what: string,
  fixed: (settings: TriggeredProcess) => readonly string[],
): Rule<TriggeredProcess> => ({
  props: ['triggers', 'http', 'runtime', 'env', 'envValueFrom', 'envFromConfigMaps', 'envFromSecrets'],
  check(settings) {
    // what others make has variables that are not known here
    if (settings.target) return undefined;
    const { triggers = [], runtime, env, envValueFrom, envFromConfigMaps = [], envFromSecrets = [] } = settings;
    if (envFromConfigMaps.length + envFromSecrets.length > 0) return undefined;
    const known = [...fixed(settings), ...Object.keys({ ...runtime.env, ...env, ...envValueFrom })];
    for (const [index, { variables }] of triggers.entries()) {
      const unknown = variables.find((name) => !known.includes(name));
      if (unknown !== undefined)
        return {
          prop: 'triggers',
          item: [index],
          reason: `reads the variable ${unknown}, which the ${what} does not have`,
          allowed: known.join(', ') || 'none',
        };
    }
    return undefined;
  },
});

/** A name is what a trigger is spoken of by. */
export const triggerNamesRule: Rule<Triggered> = {
  props: ['triggers'],
  check({ triggers = [] }) {
    const names = triggers.map(({ name }) => name);
    const index = names.findIndex((name, at) => name !== undefined && names.indexOf(name) < at);
    return index < 0
      ? undefined
      : {
          prop: 'triggers',
          item: [index, 'name'],
          reason: 'is the name of another trigger',
          allowed: 'each name once',
        };
  },
};

export const TRIGGER_RULES = [
  triggerNamesRule,
  triggerVariablesRule('function', ({ http }) => FIXED_VARIABLES.filter((name) => http || name !== 'PORT')),
];
