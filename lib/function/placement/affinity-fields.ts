import { type Fields, integer, list, map, oneOf, type Rule, Table } from '../../fields/index';
import { dnsLabel, labelKey, labelText } from '../../fields/names';
import { type NodeRequirement, NodeSelectorOperator, type PodAffinityTerm } from './affinity';

const { IN, NOT_IN, GT, LT } = NodeSelectorOperator;
const weight = integer(1, 100);

const node = {
  key: { ...labelKey(), required: true },
  operator: { ...oneOf(NodeSelectorOperator), default: IN },
  values: list(labelText()),
  weight,
} satisfies Fields<NodeRequirement>;

type Filled = NodeRequirement & Required<Pick<NodeRequirement, 'operator'>>;

/** What the API server and the scheduler ask: pkg/apis/core/validation, ValidateNodeSelectorRequirement. */
const NODE_RULE: Rule<Filled, NodeRequirement> = {
  props: ['key', 'operator', 'values'],
  check({ operator, values = [] }) {
    const prop = 'values';
    if ([IN, NOT_IN].includes(operator))
      return values.length > 0
        ? undefined
        : { reason: `has the operator ${operator}, and no values`, allowed: 'values' };
    if ([GT, LT].includes(operator))
      return values.length === 1 && /^\d{1,18}$/.test(values[0])
        ? undefined
        : {
            reason: `has the operator ${operator}, and not a number`,
            allowed: 'one whole number in values, as a text',
          };
    return values.length === 0 ? undefined : { prop, reason: `is given beside ${operator}`, allowed: 'none' };
  },
};

/** What a node has to be like. */
export const NODE_REQUIREMENT = new Table<NodeRequirement, typeof node>('NodeRequirement', node, [NODE_RULE]);

const pods = {
  topologyKey: { ...labelKey(), required: true },
  matchLabels: map(labelKey(), labelText()),
  namespaces: list(dnsLabel()),
  weight,
} satisfies Fields<PodAffinityTerm>;

/** Which pods have to be near, or away. */
export const POD_AFFINITY_TERM = new Table<PodAffinityTerm, typeof pods>('PodAffinityTerm', pods);
