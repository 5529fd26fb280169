import type { Rule } from '../../fields';
import { FIXED_VARIABLES } from '../process/variables';
import type { FunctionChartProps } from '../props';

/** KEDA reads a variable from the container; what whole Secrets and ConfigMaps give it is not known here. */
const VARIABLES_RULE: Rule<FunctionChartProps> = {
  props: ['triggers', 'runtime', 'env', 'envValueFrom', 'envFromConfigMaps', 'envFromSecrets'],
  check({ triggers = [], runtime, env, envValueFrom, envFromConfigMaps = [], envFromSecrets = [] }) {
    if (envFromConfigMaps.length + envFromSecrets.length > 0) return undefined;
    const known = [...FIXED_VARIABLES, ...Object.keys({ ...runtime.env, ...env, ...envValueFrom })];
    for (const [index, { variables }] of triggers.entries()) {
      const unknown = variables.find((name) => !known.includes(name));
      if (unknown !== undefined)
        return {
          prop: 'triggers',
          item: [index],
          reason: `reads the variable ${unknown}, which the function does not have`,
          allowed: known.join(', '),
        };
    }
    return undefined;
  },
};

export const TRIGGER_RULES = [VARIABLES_RULE];
