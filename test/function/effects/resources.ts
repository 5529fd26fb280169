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
        [`${CONTAINER}/resources/requests/memory`]: '256Mi',
        [`${CONTAINER}/resources/limits/memory`]: '256Mi',
      },
    },
  ],
  memoryLimit: [{ given: { memoryLimit: Size.gibibytes(1) }, at: { [`${CONTAINER}/resources/limits/memory`]: '1Gi' } }],
  ephemeralStorage: [
    {
      given: { ephemeralStorage: Size.gibibytes(2) },
      at: {
        [`${CONTAINER}/resources/requests/ephemeral-storage`]: '2Gi',
        [`${CONTAINER}/resources/limits/ephemeral-storage`]: '2Gi',
      },
    },
  ],
  ephemeralStorageLimit: [
    {
      given: { ephemeralStorageLimit: Size.mebibytes(32) },
      at: {
        [`${CONTAINER}/resources/requests/ephemeral-storage`]: undefined,
        [`${CONTAINER}/resources/limits/ephemeral-storage`]: '32Mi',
      },
    },
  ],
  extendedResources: [
    {
      given: { extendedResources: { 'nvidia.com/gpu': 2 } },
      at: {
        [`${CONTAINER}/resources/requests/nvidia.com~1gpu`]: '2',
        [`${CONTAINER}/resources/limits/nvidia.com~1gpu`]: '2',
      },
    },
  ],
};
