import { cpu, type Fields, integer, map, memory } from '../../fields';
import { FUNCTION_DEFAULTS as DEFAULTS } from '../defaults';
import { extendedResource } from './extended';
import type { FunctionResourceProps } from './props';

export const RESOURCE_FIELDS = {
  cpu: { ...cpu(), default: DEFAULTS.cpu },
  cpuLimit: cpu(),
  memory: { ...memory(), default: DEFAULTS.memory },
  memoryLimit: memory(),
  ephemeralStorage: memory({ what: 'storage' }),
  ephemeralStorageLimit: memory({ what: 'storage' }),
  extendedResources: map(extendedResource(), integer(1)),
} satisfies Fields<FunctionResourceProps>;
