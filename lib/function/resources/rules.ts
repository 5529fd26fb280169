import type { Rule } from '../../fields';
import { formatMemory } from '../../values/memory';
import type { FunctionResourceProps } from './props';

type Filled = FunctionResourceProps & Required<Pick<FunctionResourceProps, 'cpu' | 'memory'>>;

/** No request is above its limit. */
export const RESOURCE_RULES: Rule<Filled, FunctionResourceProps>[] = [
  {
    props: ['cpu', 'cpuLimit'],
    check: ({ cpu, cpuLimit }) =>
      cpuLimit && cpu.millicores > cpuLimit.millicores
        ? { prop: 'cpu', reason: 'is above cpuLimit', allowed: `at most ${cpuLimit.toQuantity()}` }
        : undefined,
  },
  sizes('ephemeralStorage', 'ephemeralStorageLimit'),
  sizes('memory', 'memoryLimit'),
];

function sizes(
  prop: 'memory' | 'ephemeralStorage',
  limitProp: 'memoryLimit' | 'ephemeralStorageLimit',
): Rule<Filled, FunctionResourceProps> {
  return {
    props: [prop, limitProp],
    check({ [prop]: request, [limitProp]: limit }) {
      return request && limit && request.toKibibytes() > limit.toKibibytes()
        ? { prop, reason: `is above ${limitProp}`, allowed: `at most ${formatMemory(limit)}` }
        : undefined;
    },
  };
}
