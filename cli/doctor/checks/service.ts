import { fault } from '../model/fault';
import { reapply } from '../model/fix';
import { targetPortOf } from '../model/ports';
import { routesOf } from '../model/routes';
import { matches } from '../model/selectors';
import { type FunctionCheck, type Observation, Symptom } from './check';

/** The route leads to a Service that selects the function's pods, at a port that they open. */
export const service: FunctionCheck = {
  name: 'service',
  finds: 'a Service that selects other pods, or leads to a port that the container does not open',
  symptom: Symptom.BAD_GATEWAY,
  remedy: 'apply its file',
  needs: ['Service', 'Deployment', 'InterceptorRoute', 'HTTPScaledObject'],
  run: (fn, snapshot) => {
    const { namespace, name, subject } = fn;
    const routeName = (fn.route ?? fn.httpScaledObject)?.metadata.name;
    const route = routesOf(snapshot).find(
      ({ metadata }) => metadata.namespace === namespace && metadata.name === routeName,
    );
    const deployment = snapshot.live.find('Deployment', namespace, name);
    if (!route || !deployment) return [];
    const { service: target, port, portName } = route.target;
    const found = (
      cause: string,
      evidence: string[],
      kind: 'Service' | typeof route.kind = 'Service',
    ): Observation[] => [
      {
        severity: 'error',
        subject,
        cause,
        evidence,
        fix: reapply(snapshot, kind, namespace, kind === 'Service' ? target : route.metadata.name),
        is: [
          fault('object', kind, namespace, kind === 'Service' ? target : route.metadata.name),
          fault('endpoints', namespace, name),
        ],
        follows: [fault('missing', 'Service', namespace, target)],
      },
    ];
    const live = snapshot.live.find('Service', namespace, target);
    if (!live)
      return found(
        `its route leads to the Service ${target}, which is not there`,
        [`${route.kind} ${route.metadata.name}: target.service is ${target}`],
        route.kind,
      );
    const { template } = deployment.spec;
    const selector = live.spec.selector ?? {};
    if (!matches({ matchLabels: selector }, template.metadata?.labels)) {
      return found('its Service does not select its pods', [
        `selector ${labels(selector)}`,
        `pods have ${labels(template.metadata?.labels ?? {})}`,
      ]);
    }
    const entry = (live.spec.ports ?? []).find((candidate) =>
      portName === undefined ? candidate.port === port : candidate.name === portName,
    );
    if (!entry) {
      return found(
        `its route leads to port ${portName ?? port}, which its Service does not have`,
        [`the Service has ${(live.spec.ports ?? []).map((candidate) => candidate.port).join(', ')}`],
        route.kind,
      );
    }
    const opened = template.spec.containers.flatMap(({ ports }) => ports ?? []);
    if (targetPortOf(entry, template.spec) === undefined) {
      return found(`its Service leads to port ${entry.targetPort ?? entry.port}, which its container does not open`, [
        `the container opens ${opened.map(({ name: portLabel, containerPort }) => `${containerPort}${portLabel ? ` (${portLabel})` : ''}`).join(', ') || 'none'}`,
      ]);
    }
    return [];
  },
};

function labels(all: { readonly [key: string]: string }): string {
  return Object.entries(all)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}
