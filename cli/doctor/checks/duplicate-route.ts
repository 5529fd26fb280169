import { showRoute } from '../../../lib/function/routing/route-key';
import { command } from '../../shell';
import { compareRoutes, nameOf, routeOf, routesOf } from '../model/routes';
import { type RoutedCheck, Symptom } from './check';

/** No other route takes the requests of a function's hosts, paths and headers. */
export const duplicateRoute: RoutedCheck = {
  name: 'duplicate-route',
  finds: 'two routes for one host, path and headers, and which one gets the requests',
  symptom: Symptom.WRONG,
  remedy: 'delete one',
  needs: ['InterceptorRoute', 'HTTPScaledObject'],
  run: (fn, snapshot) => {
    const all = routesOf(snapshot);
    const own = routeOf(fn, all);
    if (!own) return undefined;
    const rivals = all.filter((other) => other !== own && other.keys.some((key) => own.keys.includes(key)));
    if (rivals.length === 0) return undefined;
    const winner = [own, ...rivals].sort(compareRoutes)[0]!;
    const loser = winner === own ? rivals[0]! : own;
    const shared = own.keys.filter((key) => rivals.some((other) => other.keys.includes(key)));
    return {
      severity: winner === own ? 'warning' : 'error',
      cause: `${showRoute(shared[0]!)} has ${rivals.length + 1} routes: ${nameOf(winner.metadata)} is the oldest and gets the requests`,
      evidence: [own, ...rivals].map(
        ({ kind, metadata }) => `${kind} ${nameOf(metadata)}, since ${metadata.creationTimestamp}`,
      ),
      fix: command`kubectl -n ${loser.metadata.namespace} delete ${loser.kind.toLowerCase()}s ${loser.metadata.name}`,
    };
  },
};
