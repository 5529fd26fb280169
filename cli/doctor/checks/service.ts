import { fault } from '../model/fault';
import { reapply } from '../model/fix';
import type { Kind } from '../model/kinds';
import { targetPortOf } from '../model/ports';
import { routeOf, routesOf } from '../model/routes';
import { labelsAsText as labels, matches } from '../model/selectors';
import { type FunctionCheck, Symptom } from './check';

/** The route leads to a Service that selects the function's pods, at a port that they open. */
export const service: FunctionCheck = {
  name: 'service',
  finds: 'a Service that selects other pods, or leads to a port that the container does not open',
  symptom: Symptom.BAD_GATEWAY,
  remedy: 'apply its file',
  needs: ['Service', 'Deployment', 'InterceptorRoute', 'HTTPScaledObject'],
  run: (fn, snapshot) => {
    const { namespace, name } = fn;
    const route = routeOf(fn, routesOf(snapshot));
    const deployment = snapshot.live.find('Deployment', namespace, name);
    if (!route || !deployment) return undefined;
    const { service: target, port, portName } = route.target;
    const wrong = (kind: Kind, object: string) => ({
      fix: reapply(snapshot, kind, namespace, object),
      is: [fault('object', kind, namespace, object), fault('endpoints', namespace, name)],
      follows: [fault('missing', 'Service', namespace, target)],
    });
    const wrongRoute = wrong(route.kind, route.metadata.name);
    const wrongService = wrong('Service', target);
    const live = snapshot.live.find('Service', namespace, target);
    if (!live)
      return {
        ...wrongRoute,
        cause: `its route leads to the Service ${target}, which is not there`,
        evidence: [`${route.kind} ${route.metadata.name}: target.service is ${target}`],
      };
    const { template } = deployment.spec;
    const selector = live.spec.selector ?? {};
    if (!matches({ matchLabels: selector }, template.metadata?.labels)) {
      return {
        ...wrongService,
        cause: 'its Service does not select its pods',
        evidence: [`selector ${labels(selector)}`, `pods have ${labels(template.metadata?.labels ?? {})}`],
      };
    }
    const entry = (live.spec.ports ?? []).find((candidate) =>
      portName === undefined ? candidate.port === port : candidate.name === portName,
    );
    if (!entry) {
      return {
        ...wrongRoute,
        cause: `its route leads to port ${portName ?? port}, which its Service does not have`,
        evidence: [`the Service has ${(live.spec.ports ?? []).map((candidate) => candidate.port).join(', ')}`],
      };
    }
    if (targetPortOf(entry, template.spec) !== undefined) return undefined;
    const opened = template.spec.containers
      .flatMap(({ ports }) => ports ?? [])
      .map((opens) => `${opens.containerPort}${opens.name ? ` (${opens.name})` : ''}`);
    return {
      ...wrongService,
      cause: `its Service leads to port ${entry.targetPort ?? entry.port}, which its container does not open`,
      evidence: [`the container opens ${opened.join(', ') || 'none'}`],
    };
  },
};
