import type { k8s } from 'cdk8s-plus-28';
import { present } from '../../present';
import { READ, rule } from '../rbac';
import type { Needs } from './needs';

const ROUTES = ['httpscaledobjects', 'interceptorroutes'];

/** What the add-on's operator reads in every namespace, and takes its finalizers off. */
export const ADD_ON_CLUSTER_RULES = [
  rule('http.keda.sh', ROUTES, READ),
  rule('http.keda.sh', ['httpscaledobjects'], ['update']),
  rule('keda.sh', ['scaledobjects'], READ),
];

/** What the add-on's operator may do in a namespace where something is declared. */
export function addOnRules(needs: Needs): k8s.PolicyRule[] {
  return present<k8s.PolicyRule>([
    needs.has('InterceptorRoute') && rule('http.keda.sh', ['interceptorroutes/status'], ['patch', 'update']),
    needs.has('HTTPScaledObject') && [
      rule('http.keda.sh', ['httpscaledobjects/finalizers', 'httpscaledobjects/status'], ['patch', 'update']),
      // of a function that had one before, too
      rule('keda.sh', ['scaledobjects'], ['delete']),
    ],
    needs.some('makesScaledObjects') && rule('keda.sh', ['scaledobjects'], ['create', 'patch', 'update']),
  ]);
}
