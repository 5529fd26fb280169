import type { k8s } from 'cdk8s-plus-28';
import { OWN, READ, rule, WRITE } from '../rbac';
import type { OperatorRules } from '../rights/operator-rules';
import { CERTIFICATES_SECRET } from './shared';

const WITH_STATUS = (...resources: string[]) => resources.flatMap((resource) => [resource, `${resource}/status`]);
const EVENTING = rule('eventing.keda.sh', WITH_STATUS('cloudeventsources', 'clustercloudeventsources'), WRITE);

// a ScaledObject may name any kind that has a scale: hence get on everything
const OPERATOR_RULES: k8s.PolicyRule[] = [
  rule('', ['configmaps', 'configmaps/status', 'limitranges', 'pods', 'services', 'serviceaccounts'], READ),
  { apiGroups: ['events.k8s.io', ''], resources: ['events'], verbs: ['create', 'patch'] },
  rule('discovery.k8s.io', ['endpointslices'], READ),
  rule('', ['secrets'], ['list', 'watch']),
  rule('*', ['*/scale'], WRITE),
  rule('*', ['*'], ['get']),
  rule('apps', ['deployments/scale', 'statefulsets/scale'], WRITE),
  rule('apps', ['deployments', 'replicasets', 'statefulsets'], READ),
  rule('autoscaling', ['horizontalpodautoscalers'], OWN),
  rule('batch', ['jobs'], OWN),
  EVENTING,
  rule(
    'keda.sh',
    [
      ...WITH_STATUS('scaledjobs', 'scaledobjects', 'triggerauthentications'),
      'scaledjobs/finalizers',
      'scaledobjects/finalizers',
    ],
    WRITE,
  ),
];

const CLUSTER_RULES = [
  rule('keda.sh', WITH_STATUS('clustertriggerauthentications'), WRITE),
  rule('admissionregistration.k8s.io', ['validatingwebhookconfigurations'], WRITE),
  rule('apiregistration.k8s.io', ['apiservices'], WRITE),
  EVENTING,
];

const CERTIFICATE_RULES = [
  rule('coordination.k8s.io', ['leases'], OWN),
  rule('', ['secrets'], ['get'], [CERTIFICATES_SECRET]),
  rule('', ['secrets'], ['create', 'update']),
];

/** What upstream's charts let KEDA's operator do. */
export const UPSTREAM_RULES: OperatorRules = {
  everywhere: OPERATOR_RULES,
  cluster: CLUSTER_RULES,
  own: CERTIFICATE_RULES,
};
