import { visible } from '../visible';
import type { ClusterObject } from './object';

/** Kinds of which a cluster has one for all, and a name is not a proof of whose it is. */
export const SHARED_KINDS = /^(APIService|ClusterRole|ClusterRoleBinding|(Validating|Mutating)WebhookConfiguration)$/;

/** The Services to which an object of such a kind leads; empty if it leads nowhere. */
export function servicesOf({ spec, webhooks = [], kind }: ClusterObject): string {
  if (!SHARED_KINDS.test(kind)) return '';
  const services = [spec?.service, ...webhooks.map(({ clientConfig }) => clientConfig?.service)].flatMap(
    (one) => one ?? [],
  );
  const names = [...new Set(services.map(({ namespace, name }) => visible(`Service ${namespace}/${name}`)))];
  return names.sort().join(', ') || (kind.startsWith('ClusterRole') ? '' : 'no Service');
}
