import { notWhere, type Rule } from '../../fields';
import { Scaler, type ScalingProps } from '../scaling/props';
import type { FunctionRoutingProps } from './props';

type Props = FunctionRoutingProps & ScalingProps;

export const ROUTING_RULES: Rule<Props>[] = [
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
  ...notWhere<Props>(['requestTimeout'], ['scaler'], ({ scaler }) => scaler === Scaler.HTTP_SCALED_OBJECT, {
    reason: 'is nothing that an HTTPScaledObject has',
    allowed: 'none with this scaler',
  }),
];
