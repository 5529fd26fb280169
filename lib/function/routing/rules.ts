import type { Rule } from '../../fields';
import { Scaler, type ScalingProps } from '../scaling/props';
import type { FunctionRoutingProps } from './props';

export const ROUTING_RULES: Rule<FunctionRoutingProps & ScalingProps>[] = [
  {
    props: ['headers'],
    check({ headers = [] }) {
      const names = headers.map(({ name }) => name.toLowerCase());
      const again = names.findIndex((name, index) => names.indexOf(name) < index);
      return again < 0
        ? undefined
        : { prop: 'headers', item: [again, 'name'], reason: 'is there already', allowed: 'each header once' };
    },
  },
  {
    props: ['requestTimeout', 'scaler'],
    check: ({ requestTimeout, scaler }) =>
      requestTimeout && scaler === Scaler.HTTP_SCALED_OBJECT
        ? {
            prop: 'requestTimeout',
            reason: 'is nothing that an HTTPScaledObject has',
            allowed: 'none with this scaler',
          }
        : undefined,
  },
];
