import {
  Architecture,
  type FunctionPlacementProps,
  NodeSelectorOperator,
  TaintEffect,
  TolerationOperator,
  UnsatisfiableConstraintAction,
} from '../../../lib';
import { type EffectsOf, POD } from './paths';

const { EQUAL, EXISTS } = TolerationOperator;
const AFFINITY = `${POD}/affinity`;
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const ZONE = 'topology.kubernetes.io/zone';
const OWN = { matchLabels: { 'app.kubernetes.io/name': 'hello', 'app.kubernetes.io/instance': 'fn-hello' } };

export const PLACEMENT_EFFECTS: EffectsOf<FunctionPlacementProps> = {
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
  architecture: [
    {
      given: { architecture: Architecture.ARM64, nodeSelector: { disk: 'ssd' } },
      at: { [`${POD}/nodeSelector`]: { disk: 'ssd', 'kubernetes.io/arch': 'arm64' } },
    },
  ],
  nodeAffinity: [
    {
      given: {
        nodeAffinity: [
          { key: ZONE, values: ['a', 'b'] },
          { key: 'spot', operator: NodeSelectorOperator.DOES_NOT_EXIST },
          { key: 'cores', operator: NodeSelectorOperator.GT, values: ['7'], weight: 50 },
        ],
      },
      at: {
        [`${AFFINITY}/nodeAffinity`]: {
          [REQUIRED]: {
            nodeSelectorTerms: [
              {
                matchExpressions: [
                  { key: ZONE, operator: 'In', values: ['a', 'b'] },
                  { key: 'spot', operator: 'DoesNotExist' },
                ],
              },
            ],
          },
          [PREFERRED]: [
            { weight: 50, preference: { matchExpressions: [{ key: 'cores', operator: 'Gt', values: ['7'] }] } },
          ],
        },
      },
    },
  ],
  podAffinity: [
    {
      given: { podAffinity: [{ topologyKey: ZONE, matchLabels: { app: 'db' }, namespaces: ['data'] }] },
      at: {
        [`${AFFINITY}/podAffinity`]: {
          [REQUIRED]: [{ topologyKey: ZONE, labelSelector: { matchLabels: { app: 'db' } }, namespaces: ['data'] }],
        },
      },
    },
  ],
  podAntiAffinity: [
    {
      given: { podAntiAffinity: [{ topologyKey: ZONE, weight: 100 }] },
      at: {
        [`${AFFINITY}/podAntiAffinity`]: {
          [PREFERRED]: [{ weight: 100, podAffinityTerm: { topologyKey: ZONE, labelSelector: OWN } }],
        },
      },
    },
  ],
  topologySpreadConstraints: [
    {
      given: {
        topologySpreadConstraints: [
          { topologyKey: ZONE },
          {
            topologyKey: 'kubernetes.io/hostname',
            maxSkew: 2,
            whenUnsatisfiable: UnsatisfiableConstraintAction.DO_NOT_SCHEDULE,
            minDomains: 3,
          },
        ],
      },
      at: {
        [`${POD}/topologySpreadConstraints`]: [
          { topologyKey: ZONE, maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: OWN },
          {
            topologyKey: 'kubernetes.io/hostname',
            maxSkew: 2,
            whenUnsatisfiable: 'DoNotSchedule',
            minDomains: 3,
            labelSelector: OWN,
          },
        ],
      },
    },
  ],
};
