import type { k8s } from 'cdk8s-plus-28';
import { lease, rule } from '../rbac';
import { clusterRules, EVENTS, type OperatorRules } from '../rights/operator-rules';
import type { Rights } from '../rights/rights';
import { API_SERVICE } from './metrics-server';
import { CERTIFICATES_SECRET } from './shared';
import { WEBHOOK_CONFIGURATION } from './webhooks';

/** Its certificate is written into one of each; what it reads from a cache it has to list. */
const CERTIFICATE_RULES = [
  ...named('admissionregistration.k8s.io', 'validatingwebhookconfigurations', WEBHOOK_CONFIGURATION),
  ...named('apiregistration.k8s.io', 'apiservices', API_SERVICE),
];

// neither what is created nor what is listed can be limited by a name
const OWN_RULES = [
  ...lease('operator.keda.sh'),
  rule('', ['secrets'], ['create', 'list', 'watch']),
  rule('', ['secrets'], ['get', 'update'], [CERTIFICATES_SECRET]),
  EVENTS,
];

/** What KEDA's operator needs for what is declared; what it does in a namespace is granted there. */
export function functionRules(rights: Rights): OperatorRules {
  return { everywhere: rights.lazily(clusterRules), cluster: CERTIFICATE_RULES, own: OWN_RULES };
}

function named(group: string, resource: string, name: string): k8s.PolicyRule[] {
  return [rule(group, [resource], ['list', 'watch']), rule(group, [resource], ['get', 'update'], [name])];
}
