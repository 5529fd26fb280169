import { command } from '../../shell';
import { fault } from '../model/fault';
import { nameOf, routeOf, routesOf } from '../model/routes';
import { type ClusterCheck, Symptom } from './check';

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
    const live = routesOf(snapshot);
    const routes = [...snapshot.desired.functions, ...snapshot.desired.elsewhere]
      .flatMap((fn) => routeOf(fn, live)?.metadata ?? [])
      .filter(({ creationTimestamp }) => snapshot.secondsSince(creationTimestamp) > LEARNING_SECONDS)
      .map(nameOf);
    return snapshot.queues.map(({ pod, counts, problem }) => {
      const subject = `Pod ${interceptor?.namespace}/${pod}`;
      if (!counts) {
        if (problem?.forbidden) return undefined;
        return {
          severity: 'warning',
          subject,
          cause: 'the interceptor is ready but its admin port does not answer: the scaler cannot count requests',
          evidence: [problem?.reason ?? ''],
          fix: command`kubectl -n ${interceptor?.namespace} logs ${pod}`,
        };
      }
      const unknown = routes.filter((route) => !(route in counts));
      if (unknown.length === 0) return undefined;
      return {
        subject,
        cause: `the interceptor does not know ${unknown.length} of ${routes.length} routes: it answers 404 for them`,
        evidence: unknown.slice(0, 5).map((route) => `route ${route} is not in its /queue`),
        fix: command`kubectl -n ${interceptor?.namespace} delete pod ${pod}`,
        follows: [fault('crd', 'interceptorroutes.http.keda.sh')],
      };
    });
  },
};
