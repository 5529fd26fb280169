import type { k8s } from 'cdk8s-plus-28';
import { present, type Some } from '../../present';
import { READ, rule } from '../rbac';
import type { ClusterNeeds, Needs } from './needs';
import { CACHED_TARGETS } from './targets';

export const EVENTS: k8s.PolicyRule = {
  apiGroups: ['', 'events.k8s.io'],
  resources: ['events'],
  verbs: ['create', 'patch'],
};

/** What KEDA's operator may do. */
export interface OperatorRules {
  /** In every namespace. */
  readonly everywhere: k8s.PolicyRule[];
  /** With what belongs to no namespace. */
  readonly cluster: k8s.PolicyRule[];
  /** In its own namespace. */
  readonly own: k8s.PolicyRule[];
}

const FINALIZED = {
  'eventing.keda.sh': ['cloudeventsources', 'clustercloudeventsources'],
  'keda.sh': ['clustertriggerauthentications', 'scaledjobs', 'scaledobjects', 'triggerauthentications'],
};

/**
 * What KEDA's operator may do in every namespace: read, since its caches are of the whole cluster; and take its finalizers off
 * its own objects, else a namespace that goes, its Role first, would never be gone.
 *
 * What it may have to read of any ScaledObject it may always read, whether or not one is declared that needs it: it waits for a
 * right that a cache lacks, and holds a worker for an object that nobody declared here.
 */
export function clusterRules(needs: ClusterNeeds): k8s.PolicyRule[] {
  return present<k8s.PolicyRule>([
    rule('', ['configmaps', 'pods', 'serviceaccounts'], READ),
    rule('apps', CACHED_TARGETS, READ),
    rule('autoscaling', ['horizontalpodautoscalers'], READ),
    needs.has('ScaledJob') && rule('batch', ['jobs'], READ),
    rule('discovery.k8s.io', ['endpointslices'], READ),
    Object.entries(FINALIZED).map(([group, resources]) => rule(group, resources, [...READ, 'update'])),
    needs.has('ClusterTriggerAuthentication') && [changed('keda.sh', 'clustertriggerauthentications'), EVENTS],
    needs.has('ClusterCloudEventSource') && changed('eventing.keda.sh', 'clustercloudeventsources'),
  ]);
}

/** What KEDA's operator may do in a namespace where something is declared. */
export function namespaceRules(all: ClusterNeeds, needs: Needs): k8s.PolicyRule[] {
  const scales = needs.has('ScaledObject', 'HTTPScaledObject');
  return present<k8s.PolicyRule>([
    all.readsSecretsIn(needs) && rule('', ['secrets'], READ),
    needs.tokens.length > 0 && rule('', ['serviceaccounts/token'], ['create'], needs.tokens),
    EVENTS,
    scales && [
      ...scaleRules(needs),
      rule('autoscaling', ['horizontalpodautoscalers'], ['create', 'delete', 'update']),
      changed('keda.sh', 'scaledobjects', 'finalizers'),
    ],
    needs.has('ScaledJob') && [
      rule('batch', ['jobs'], ['create', 'delete']),
      changed('keda.sh', 'scaledjobs', 'finalizers'),
    ],
    needs.has('TriggerAuthentication') && changed('keda.sh', 'triggerauthentications'),
    needs.has('CloudEventSource') && changed('eventing.keda.sh', 'cloudeventsources'),
  ]);
}

/** The number of pods of each kind of target; whether one of a kind that it knows nothing of is there. */
function scaleRules({ targets }: Needs): Some<k8s.PolicyRule>[] {
  const kinds = new Map(targets.map((target) => [`${target.group}/${target.resource}`, target]));
  return [...kinds.values()].flatMap(({ group, resource }) => [
    rule(group, [`${resource}/scale`], ['get', 'update']),
    !CACHED_TARGETS.includes(resource) && rule(group, [resource], ['get']),
  ]);
}

/** What a controller writes of its own objects, beside its finalizers. */
function changed(group: string, resource: string, ...more: string[]): k8s.PolicyRule {
  return rule(
    group,
    [...more, 'status'].map((sub) => `${resource}/${sub}`),
    ['patch', 'update'],
  );
}
