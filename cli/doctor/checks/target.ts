import { command } from '../../shell';
import { fault } from '../model/fault';
import { redeclare } from '../model/fix';
import { conditionOf } from '../model/pods';
import { routeOf, routesOf } from '../model/routes';
import { labelsAsText, matches } from '../model/selectors';
import type { Snapshot } from '../model/snapshot';
import type { Elsewhere } from '../model/units';
import { type ElsewhereCheck, type OwnObservation, Symptom } from './check';

/** KEDA says so of a target of any kind. */
const NOT_THERE = /not found$|no matches for kind/;

/** A workload that is made elsewhere is there, and its Service leads to its pods. */
export const target: ElsewhereCheck = {
  name: 'target',
  finds: 'a workload made elsewhere that is not there; its Service, if that is not there or does not lead to its pods',
  symptom: Symptom.NO_POD,
  remedy: 'make it, or correct `target`',
  needs: ['ScaledObject', 'Deployment', 'StatefulSet', 'Service', 'InterceptorRoute', 'HTTPScaledObject'],
  run: (unit, snapshot) => [workload(unit, snapshot), service(unit, snapshot)],
};

/** Whether doctor reads the kind itself; of others it knows what KEDA says. */
const isRead = (kind: string) => kind === 'Deployment' || kind === 'StatefulSet';

function found({ target: { kind, name }, namespace }: Elsewhere, { live }: Snapshot) {
  return isRead(kind) ? live.find(kind, namespace, name) : undefined;
}

function workload(unit: Elsewhere, snapshot: Snapshot): OwnObservation | undefined {
  const { namespace, name, target: to } = unit;
  if (found(unit, snapshot)) return undefined;
  const ready = conditionOf(snapshot.scalerOf(unit)?.status?.conditions, 'Ready');
  if (!isRead(to.kind) && !(ready?.status === 'False' && NOT_THERE.test(ready.message ?? ''))) return undefined;
  return {
    cause: 'it is not there, and it is made elsewhere',
    evidence: [`ScaledObject ${name} has the target ${to.kind} ${to.name}`, ...(ready?.message ? [ready.message] : [])],
    fix: `make it, or ${redeclare(unit, 'target')}`,
    is: [fault('target', namespace, name)],
    follows: [fault('namespace', namespace)],
  };
}

function service(unit: Elsewhere, snapshot: Snapshot): OwnObservation | undefined {
  const route = routeOf(unit, routesOf(snapshot));
  if (!route) return undefined;
  const { namespace } = unit;
  const { service: called, port, portName } = route.target;
  const wrong = (cause: string, evidence: string[], fix = `make it, or ${redeclare(unit, 'target')}`) => ({
    cause,
    evidence,
    fix,
    follows: [fault('target', namespace, unit.name), fault('namespace', namespace)],
  });
  const live = snapshot.live.find('Service', namespace, called);
  if (!live)
    return wrong(`its Service ${called} is not there`, [`${route.kind} ${route.metadata.name}: service is ${called}`]);
  const { selector, ports = [] } = live.spec;
  if (!ports.some((each) => (portName === undefined ? each.port === port : each.name === portName)))
    return wrong(`its Service ${called} has no port ${portName ?? port}`, [
      `it has ${ports.map((each) => each.port).join(', ')}`,
    ]);
  // without a selector its endpoints are written by somebody else; of other kinds it is not known what pods they have
  const labels = found(unit, snapshot)?.spec.template.metadata?.labels;
  if (!selector || !labels || matches({ matchLabels: selector }, labels)) return undefined;
  return wrong(
    `its Service ${called} does not select its pods`,
    [`selector ${labelsAsText(selector)}`, `pods have ${labelsAsText(labels)}`],
    command`kubectl -n ${namespace} edit services ${called}`,
  );
}
