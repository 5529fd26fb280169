import { cpu, type Fields, memory } from '../../fields';
import { FUNCTION_DEFAULTS as DEFAULTS, FUNCTION_LIMITS as LIMITS } from '../defaults';
import type { FunctionResourceProps } from './props';

export const RESOURCE_FIELDS = {
  cpu: { ...cpu(), default: DEFAULTS.cpu },
  cpuLimit: cpu(),
  memory: { ...memory({ min: LIMITS.minMemory, max: LIMITS.maxMemory }), default: DEFAULTS.memory },
  memoryLimit: memory({ min: LIMITS.minMemory, max: LIMITS.maxMemory }),
  ephemeralStorage: memory({ what: 'storage' }),
  ephemeralStorageLimit: memory({ what: 'storage' }),
} satisfies Fields<FunctionResourceProps>;
