import { command } from '../../shell';
import type { FunctionUnit } from '../model/desired';
import { fault } from '../model/fault';
import { type ClusterCheck, type Observation, Symptom } from './check';

/** An interceptor learns of a route by a watch, within moments. */
const LEARNING_SECONDS = 10;

/** Every interceptor pod knows the route of every function. */
export const routingTable: ClusterCheck = {
  name: 'routing-table',
  finds: 'an interceptor pod that does not know a route, or whose admin port does not answer',
  symptom: Symptom.NOT_FOUND,
  remedy: 'delete that pod',
  needs: ['InterceptorRoute', 'HTTPScaledObject'],
  run: (snapshot) => {
    const interceptor = snapshot.desired.component('interceptor');
    const { live } = snapshot;
    const routeOf = ({ namespace, route, httpScaledObject }: FunctionUnit) => {
      const name = (route ?? httpScaledObject)?.metadata.name ?? '';
      const found = live.find('InterceptorRoute', namespace, name) ?? live.find('HTTPScaledObject', namespace, name);
      return found && snapshot.secondsSince(found.metadata.creationTimestamp) > LEARNING_SECONDS
        ? `${namespace}/${name}`
        : undefined;
    };
    const routes = snapshot.desired.functions.flatMap((fn) => routeOf(fn) ?? []);
    return snapshot.queues.flatMap(({ pod, counts, problem }): Observation[] => {
      const subject = `Pod ${interceptor?.namespace}/${pod}`;
      if (!counts) {
        return problem?.forbidden
          ? []
          : [
              {
                severity: 'warning',
                subject,
                cause: 'the interceptor is ready but its admin port does not answer: the scaler cannot count requests',
                evidence: [problem?.reason ?? ''],
                fix: command`kubectl -n ${interceptor?.namespace} logs ${pod}`,
              },
            ];
      }
      const unknown = routes.filter((route) => !(route in counts));
      if (unknown.length === 0) return [];
      return [
        {
          severity: 'error',
          subject,
          cause: `the interceptor does not know ${unknown.length} of ${routes.length} routes: it answers 404 for them`,
          evidence: unknown.slice(0, 5).map((route) => `route ${route} is not in its /queue`),
          fix: command`kubectl -n ${interceptor?.namespace} delete pod ${pod}`,
          follows: [fault('crd', 'interceptorroutes.http.keda.sh')],
        },
      ];
    });
  },
};
