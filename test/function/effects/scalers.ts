import { type FunctionChartProps, Scaler } from '../../../lib';
import type { Effect } from '../../effects';

export const ROUTE = 'InterceptorRoute/spec';
export const SCALED = 'ScaledObject/spec';
export const HTTP = 'HTTPScaledObject/spec';

/** A setting that each scaler has in another place. */
export const scaling = (
  given: Partial<FunctionChartProps>,
  route: string,
  http: string,
  expected: unknown,
): Effect[] => [
  { given, at: { [route]: expected } },
  { given: { ...given, scaler: Scaler.HTTP_SCALED_OBJECT }, at: { [http]: expected } },
];
