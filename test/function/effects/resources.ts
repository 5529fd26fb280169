import { Size } from 'cdk8s';
import { Cpu, type FunctionResourceProps } from '../../../lib';
import { CONTAINER, type EffectsOf } from './paths';

export const RESOURCES_EFFECTS: EffectsOf<FunctionResourceProps> = {
  cpu: [{ given: { cpu: Cpu.cores(0.2) }, at: { [`${CONTAINER}/resources/requests/cpu`]: '200m' } }],
  cpuLimit: [{ given: { cpuLimit: Cpu.cores(2) }, at: { [`${CONTAINER}/resources/limits/cpu`]: '2' } }],
  memory: [
    {
      given: { memory: Size.mebibytes(256) },
      at: {
        [`${CONTAINER}/resources`]: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } },
      },
    },
  ],
  memoryLimit: [
    { given: { memoryLimit: Size.gibibytes(1) }, at: { [`${CONTAINER}/resources/limits/memory`]: '1024Mi' } },
  ],
  ephemeralStorage: [
    {
      given: { ephemeralStorage: Size.mebibytes(64) },
      at: { [`${CONTAINER}/resources/requests`]: { cpu: '100m', memory: '128Mi', 'ephemeral-storage': '64Mi' } },
    },
  ],
  ephemeralStorageLimit: [
    {
      given: { ephemeralStorageLimit: Size.gibibytes(1) },
      at: { [`${CONTAINER}/resources/limits`]: { memory: '128Mi', 'ephemeral-storage': '1024Mi' } },
    },
  ],
  extendedResources: [
    {
      given: { extendedResources: { 'nvidia.com/gpu': 2 } },
      at: {
        [`${CONTAINER}/resources`]: {
          requests: { cpu: '100m', memory: '128Mi', 'nvidia.com/gpu': '2' },
          limits: { memory: '128Mi', 'nvidia.com/gpu': '2' },
        },
      },
    },
  ],
};
