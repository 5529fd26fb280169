import { type Fields, integer, list, notWhere, object, oneOf, Table } from '../../fields/index';
import { labelKey } from '../../fields/names';
import { PLACEMENT_FIELDS } from '../../workload/placement/fields';
import { NODE_REQUIREMENT, POD_AFFINITY_TERM } from './affinity-fields';
import {
  Architecture,
  type FunctionPlacementProps,
  type TopologySpreadConstraint,
  UnsatisfiableConstraintAction,
} from './props';

const { DO_NOT_SCHEDULE, SCHEDULE_ANYWAY } = UnsatisfiableConstraintAction;

const spread = {
  topologyKey: { ...labelKey(), required: true },
  maxSkew: { ...integer(1), default: 1 },
  whenUnsatisfiable: { ...oneOf(UnsatisfiableConstraintAction), default: SCHEDULE_ANYWAY },
  minDomains: integer(1),
} satisfies Fields<TopologySpreadConstraint>;

const RULES = notWhere<TopologySpreadConstraint>(
  ['minDomains'],
  ['whenUnsatisfiable'],
  ({ whenUnsatisfiable }) => whenUnsatisfiable !== DO_NOT_SCHEDULE,
  {
    reason: `is given, and whenUnsatisfiable is not ${DO_NOT_SCHEDULE}`,
    allowed: `with whenUnsatisfiable: ${DO_NOT_SCHEDULE}`,
  },
);

/** How evenly pods are spread. */
export const TOPOLOGY_SPREAD = new Table<TopologySpreadConstraint, typeof spread>(
  'TopologySpreadConstraint',
  spread,
  RULES,
);

const podTerms = () => list(object(POD_AFFINITY_TERM));

export const FUNCTION_PLACEMENT_FIELDS = {
  ...PLACEMENT_FIELDS,
  architecture: oneOf(Architecture),
  nodeAffinity: list(object(NODE_REQUIREMENT)),
  podAffinity: podTerms(),
  podAntiAffinity: podTerms(),
  topologySpreadConstraints: list(object(TOPOLOGY_SPREAD)),
} satisfies Fields<FunctionPlacementProps>;
