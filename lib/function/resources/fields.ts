import { cpu, type Fields, memory } from '../../fields';
import { FUNCTION_DEFAULTS as DEFAULTS } from '../defaults';
import type { FunctionResourceProps } from './props';

export const RESOURCE_FIELDS = {
  cpu: { ...cpu(), default: DEFAULTS.cpu },
  cpuLimit: cpu(),
  memory: { ...memory(), default: DEFAULTS.memory },
  memoryLimit: memory(),
  ephemeralStorage: memory({ what: 'storage' }),
  ephemeralStorageLimit: memory({ what: 'storage' }),
} satisfies Fields<FunctionResourceProps>;
