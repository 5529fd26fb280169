import { type PlacementProps, TaintEffect, TolerationOperator } from '../../../lib';
import { type EffectsOf, POD } from './paths';

const { EQUAL, EXISTS } = TolerationOperator;

export const PLACEMENT_EFFECTS: EffectsOf<PlacementProps> = {
  nodeSelector: [
    {
      given: { nodeSelector: { 'kubernetes.io/arch': 'arm64', disk: '' } },
      at: { [`${POD}/nodeSelector`]: { 'kubernetes.io/arch': 'arm64', disk: '' } },
    },
  ],
  tolerations: [
    {
      given: {
        tolerations: [
          { key: 'gpu', operator: EQUAL, value: 'true', effect: TaintEffect.NO_SCHEDULE },
          { operator: EXISTS, effect: TaintEffect.NO_EXECUTE, tolerationSeconds: 30 },
          { key: 'spot' },
        ],
      },
      at: {
        [`${POD}/tolerations/0`]: { key: 'gpu', operator: 'Equal', value: 'true', effect: 'NoSchedule' },
        [`${POD}/tolerations/1`]: { operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 30 },
        [`${POD}/tolerations/2/key`]: 'spot',
      },
    },
  ],
  priorityClassName: [{ given: { priorityClassName: 'high' }, at: { [`${POD}/priorityClassName`]: 'high' } }],
  runtimeClassName: [{ given: { runtimeClassName: 'gvisor' }, at: { [`${POD}/runtimeClassName`]: 'gvisor' } }],
};
