import { notWhere } from '../../fields';
import type { FunctionChartProps } from '../props';
import { ABOUT_PODS, NOT_MADE_HERE } from './fields';

export const TARGET_RULES = notWhere<FunctionChartProps>(
  ['image', ...ABOUT_PODS] as (keyof FunctionChartProps)[],
  ['target'],
  ({ target }) => target,
  NOT_MADE_HERE,
);
