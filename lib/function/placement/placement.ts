import type { k8s } from 'cdk8s-plus-28';
import type { Labels } from '../../naming/index';
import { unlessEmpty } from '../../workload/container';
import { placementOf } from '../../workload/placement/placement';
import type { NodeRequirement, PodAffinityTerm } from './affinity';
import { NODE_REQUIREMENT } from './affinity-fields';
import { TOPOLOGY_SPREAD } from './fields';
import type { FunctionPlacementProps } from './props';

/** Label of nodes with the architecture of their CPU. */
export const ARCHITECTURE = 'kubernetes.io/arch';

/**
 * What of a function's pod says on which nodes it runs.
 * @param own Labels of the function's pods.
 */
export function functionPlacementOf(settings: FunctionPlacementProps, own: Labels): Partial<k8s.PodSpec> {
  const { architecture, nodeSelector, topologySpreadConstraints } = settings;
  const spread = topologySpreadConstraints?.map((constraint) => ({
    ...TOPOLOGY_SPREAD.fill(constraint),
    labelSelector: { matchLabels: own },
  }));
  return {
    ...placementOf(settings),
    ...(architecture && { nodeSelector: { ...nodeSelector, [ARCHITECTURE]: architecture } }),
    affinity: affinityOf(settings, own),
    topologySpreadConstraints: unlessEmpty(spread),
  };
}

function affinityOf(settings: FunctionPlacementProps, own: Labels): k8s.Affinity | undefined {
  const nodeAffinity = nodeAffinityOf(settings.nodeAffinity ?? []);
  const podAffinity = podAffinityOf(settings.podAffinity ?? [], own);
  const podAntiAffinity = podAffinityOf(settings.podAntiAffinity ?? [], own);
  return nodeAffinity || podAffinity || podAntiAffinity ? { nodeAffinity, podAffinity, podAntiAffinity } : undefined;
}

function nodeAffinityOf(requirements: readonly NodeRequirement[]): k8s.NodeAffinity | undefined {
  const expression = (requirement: NodeRequirement) => {
    const { key, operator, values } = NODE_REQUIREMENT.fill(requirement);
    return { key, operator, values: unlessEmpty(values) };
  };
  const { required, preferred } = split(requirements);
  if (requirements.length === 0) return undefined;
  return {
    requiredDuringSchedulingIgnoredDuringExecution:
      required.length > 0 ? { nodeSelectorTerms: [{ matchExpressions: required.map(expression) }] } : undefined,
    preferredDuringSchedulingIgnoredDuringExecution: unlessEmpty(
      preferred.map(({ weight, ...each }) => ({ weight, preference: { matchExpressions: [expression(each)] } })),
    ),
  };
}

function podAffinityOf(terms: readonly PodAffinityTerm[], own: Labels): k8s.PodAffinity | undefined {
  const term = ({ topologyKey, matchLabels = own, namespaces }: PodAffinityTerm) => ({
    topologyKey,
    labelSelector: { matchLabels },
    namespaces: unlessEmpty(namespaces),
  });
  const { required, preferred } = split(terms);
  if (terms.length === 0) return undefined;
  return {
    requiredDuringSchedulingIgnoredDuringExecution: unlessEmpty(required.map(term)),
    preferredDuringSchedulingIgnoredDuringExecution: unlessEmpty(
      preferred.map((each) => ({ weight: each.weight, podAffinityTerm: term(each) })),
    ),
  };
}

/** What has to be, and what has a weight. */
function split<T extends { readonly weight?: number }>(all: readonly T[]) {
  return {
    required: all.filter(({ weight }) => weight === undefined),
    preferred: all.flatMap((each) => (each.weight === undefined ? [] : [{ ...each, weight: each.weight }])),
  };
}
