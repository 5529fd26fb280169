import type { Rule } from '../../fields';
import type { FunctionChartProps } from '../props';
import { ABOUT_PODS, NOT_MADE_HERE } from './fields';

export const TARGET_RULES: Rule<FunctionChartProps>[] = [
  ...(['image', ...ABOUT_PODS] as (keyof FunctionChartProps)[]).map(
    (prop): Rule<FunctionChartProps> => ({
      props: ['target', prop],
      check: ({ target }, given) =>
        target && given[prop] !== undefined ? { prop, ...NOT_MADE_HERE } : undefined,
    }),
  ),
];
