import type { Rule } from '../../fields/index';
import { TOPOLOGY_SPREAD } from './fields';
import { ARCHITECTURE } from './placement';
import type { FunctionPlacementProps } from './props';

export const PLACEMENT_RULES: Rule<FunctionPlacementProps>[] = [
  {
    props: ['architecture', 'nodeSelector'],
    check: ({ architecture, nodeSelector: { [ARCHITECTURE]: label } = {} }) =>
      architecture && label !== undefined && label !== architecture
        ? { prop: 'architecture', reason: `is not the ${label} of nodeSelector`, allowed: 'one of them' }
        : undefined,
  },
  {
    // pkg/apis/core/validation, validateTopologySpreadConstraints
    props: ['topologySpreadConstraints'],
    check({ topologySpreadConstraints: all = [] }) {
      const kinds = all.map((constraint) => {
        const { topologyKey, whenUnsatisfiable } = TOPOLOGY_SPREAD.fill(constraint);
        return `${topologyKey} with ${whenUnsatisfiable}`;
      });
      const index = kinds.findIndex((kind, at) => kinds.indexOf(kind) < at);
      return index < 0
        ? undefined
        : {
            prop: 'topologySpreadConstraints',
            item: [index],
            reason: `is a second one by ${kinds[index]}`,
            allowed: 'one of each topologyKey and whenUnsatisfiable',
          };
    },
  },
];
