import type { Breach, Rule } from '../../fields';
import type { VariablesProps } from './props';
import { orderVariables } from './variables';

/** What is said of the process's environment twice, or in a circle. */
export const VARIABLES_RULES: Rule<VariablesProps>[] = [
  {
    props: ['env'],
    check({ env = {} }) {
      let breach: Breach | undefined;
      orderVariables(env, (name, cycle) => {
        const reason = `refers to itself: ${cycle.join(' -> ')}`;
        breach ??= { prop: 'env', item: [name], reason, allowed: '$(NAME) of another variable, $$(NAME) for the text' };
      });
      return breach;
    },
  },
  {
    props: ['env', 'envValueFrom'],
    check({ env = {}, envValueFrom = {} }) {
      const name = Object.keys(envValueFrom).find((name) => Object.hasOwn(env, name));
      return name === undefined
        ? undefined
        : { prop: 'envValueFrom', item: [name], reason: 'is in env too', allowed: 'one of them' };
    },
  },
];
