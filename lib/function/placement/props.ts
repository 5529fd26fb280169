import type { PlacementProps } from '../../workload/placement/props';
import type { NodeRequirement, PodAffinityTerm } from './affinity';

/** Architecture of a node's CPU, as its label kubernetes.io/arch has it. */
export enum Architecture {
  AMD64 = 'amd64',
  ARM64 = 'arm64',
  PPC64LE = 'ppc64le',
  S390X = 's390x',
}

/** What becomes of a pod that would make a spread uneven. */
export enum UnsatisfiableConstraintAction {
  /** It waits, and a request with it. */
  DO_NOT_SCHEDULE = 'DoNotSchedule',
  /** It starts where the spread is least uneven. */
  SCHEDULE_ANYWAY = 'ScheduleAnyway',
}

/** How evenly the pods of a function are spread over zones, nodes or the like. */
export interface TopologySpreadConstraint {
  /** Label of nodes; those with the same value count as one. */
  readonly topologyKey: string;
  /** Most by which one of them has more pods than another. @default 1 */
  readonly maxSkew?: number;
  /** What becomes of a pod that would make it more. @default UnsatisfiableConstraintAction.SCHEDULE_ANYWAY */
  readonly whenUnsatisfiable?: UnsatisfiableConstraintAction;
  /** Fewest of them that there have to be; with DoNotSchedule alone. @default - 1 */
  readonly minDomains?: number;
}

/** On which nodes the pods of a function run. */
export interface FunctionPlacementProps extends PlacementProps {
  /** Architecture of the nodes: short for `nodeSelector` by `kubernetes.io/arch`. @default - any */
  readonly architecture?: Architecture;
  /** What a node has to be like: all of it, but for what has a `weight`, which is preferred. @default - anything */
  readonly nodeAffinity?: NodeRequirement[];
  /** Pods that a node, zone or the like has to have already, or with a `weight` should have. @default - none */
  readonly podAffinity?: PodAffinityTerm[];
  /** Pods that a node, zone or the like must not have yet, or with a `weight` should not have. @default - none */
  readonly podAntiAffinity?: PodAffinityTerm[];
  /** How evenly the pods are spread. @default - as the cluster's scheduler does */
  readonly topologySpreadConstraints?: TopologySpreadConstraint[];
}
