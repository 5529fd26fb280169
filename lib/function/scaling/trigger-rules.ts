import type { Rule } from '../../fields';
import { FIXED_VARIABLES } from '../process/variables';
import type { FunctionChartProps } from '../props';

/** KEDA reads a variable from the container; what whole Secrets and ConfigMaps give it is not known here. */
const VARIABLES_RULE: Rule<FunctionChartProps & { readonly http: boolean }, FunctionChartProps> = {
  props: ['triggers', 'http', 'runtime', 'env', 'envValueFrom', 'envFromConfigMaps', 'envFromSecrets'],
  check({ triggers = [], http, runtime, env, envValueFrom, envFromConfigMaps = [], envFromSecrets = [] }) {
    if (envFromConfigMaps.length + envFromSecrets.length > 0) return undefined;
    const fixed = FIXED_VARIABLES.filter((name) => http || name !== 'PORT');
    const known = [...fixed, ...Object.keys({ ...runtime.env, ...env, ...envValueFrom })];
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
