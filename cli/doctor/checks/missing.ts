import { command } from '../../shell';
import { fault } from '../model/fault';
import { reapply } from '../model/fix';
import type { Kind, Kinds } from '../model/kinds';
import { fullNameOf, resourceOf } from '../model/resources';
import type { Snapshot } from '../model/snapshot';
import type { Declared } from '../model/units';
import { type DeclaredCheck, type OwnObservation, Symptom } from './check';

const SECONDS_TO_MAKE = 30;

/** Every object that `dist` has for something is in the cluster. */
export const missing: DeclaredCheck = {
  name: 'missing',
  finds: 'a Deployment, Service, route, ScaledObject, ScaledJob or CronJob that is not in the cluster',
  symptom: Symptom.NOT_FOUND,
  remedy: 'apply its file',
  needs: ['Deployment', 'Service', 'InterceptorRoute', 'HTTPScaledObject', 'ScaledObject', 'ScaledJob', 'CronJob'],
  run: (unit, snapshot) => {
    const { namespace } = unit;
    const present = unit.declared.map(({ kind, metadata }) => ({ kind: kind as Kind, name: metadata.name }));
    const absent = present.filter((object) => !snapshot.live.find(object.kind, namespace, object.name));
    if (absent.length === 0) return notMade(unit, snapshot);
    const kinds = absent.map(({ kind }) => kind).join(', ');
    return {
      cause:
        absent.length === present.length
          ? 'it is not in the cluster'
          : `its ${kinds} ${absent.length === 1 ? 'is' : 'are'} not in the cluster`,
      evidence: absent.map(
        (object) =>
          `${object.kind} ${namespace}/${object.name}, from ${snapshot.desired.fileOf(object.kind, namespace, object.name)}`,
      ),
      fix: reapply(snapshot, present[0]!.kind, namespace, present[0]!.name),
      is: absent.map((object) => fault('missing', object.kind, namespace, object.name)),
      follows: [fault('namespace', namespace), ...absent.map(({ kind }) => fault('crd', fullNameOf(resourceOf(kind))))],
    };
  },
};

/** The ScaledObject that the add-on makes of an HTTPScaledObject. */
function notMade({ namespace, httpScaledObject }: Declared, snapshot: Snapshot): OwnObservation | undefined {
  if (!httpScaledObject) return undefined;
  const { name } = httpScaledObject.metadata;
  const live = snapshot.live.find('HTTPScaledObject', namespace, name) as Kinds['HTTPScaledObject'];
  if (snapshot.live.find('ScaledObject', namespace, name)) return undefined;
  if (snapshot.secondsSince(live.metadata.creationTimestamp) < SECONDS_TO_MAKE) return undefined;
  return {
    cause: "the add-on's operator made no ScaledObject of its HTTPScaledObject",
    evidence: (live.status?.conditions ?? []).map(
      ({ type, status, message }) => `${type} is ${status}: ${message ?? ''}`,
    ),
    fix: command`kubectl -n ${namespace} describe httpscaledobjects ${name}`,
    is: [fault('missing', 'ScaledObject', namespace, name)],
    follows: [fault('component', 'add-on-operator'), fault('crd', 'scaledobjects.keda.sh')],
  };
}
