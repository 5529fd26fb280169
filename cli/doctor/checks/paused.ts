import { command } from '../../shell';
import { fault } from '../model/fault';
import { redeclare } from '../model/fix';
import { type ScaledCheck, Symptom } from './check';

const PREFIX = 'autoscaling.keda.sh/';
const STOPPED = ['paused', 'paused-replicas'];
const HALF_STOPPED = ['paused-scale-out', 'paused-scale-in'];

/** No ScaledObject or ScaledJob is paused by an annotation. */
export const paused: ScaledCheck = {
  name: 'paused',
  finds: 'a ScaledObject or ScaledJob that is paused by an annotation',
  symptom: Symptom.NO_POD,
  remedy: 'remove the annotation',
  needs: ['ScaledObject', 'Deployment'],
  run: (scaled, snapshot) => {
    const { namespace, name, scaledObjectName, scaledBy = 'ScaledObject' } = scaled;
    const annotations = snapshot.scalerOf(scaled)?.metadata.annotations ?? {};
    // paused-replicas stops whatever its value is, the others by "true"
    const set = (key: string) =>
      key === 'paused-replicas' ? PREFIX + key in annotations : annotations[PREFIX + key] === 'true';
    const ofJobs = scaledBy === 'ScaledJob';
    const stopped = (ofJobs ? STOPPED.slice(0, 1) : STOPPED).filter(set);
    const found = [...stopped, ...(ofJobs ? [] : HALF_STOPPED.filter(set))];
    if (found.length === 0) return undefined;
    const atZero = (snapshot.live.find('Deployment', namespace, name)?.spec.replicas ?? 1) === 0;
    const effect = ofJobs
      ? 'no job starts'
      : stopped.length > 0
        ? atZero
          ? 'it stays at 0 pods, and requests wait until they fail'
          : 'it keeps the pods that it has'
        : 'it scales in one direction only';
    const declared = snapshot.desired.objects.find(scaledBy, namespace, scaledObjectName!)?.metadata.annotations ?? {};
    const common = {
      evidence: found.map((key) => `annotation ${PREFIX}${key}: "${annotations[PREFIX + key]}"`),
      is: [fault('paused', namespace, scaledObjectName!)],
    };
    if (found.every((key) => declared[PREFIX + key] === annotations[PREFIX + key]))
      return {
        ...common,
        severity: 'warning',
        cause: `its declaration pauses it: ${effect}`,
        fix: redeclare(
          scaled,
          found.map((key) => key.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())).join(', '),
        ),
      };
    return {
      ...common,
      severity: (atZero || ofJobs) && !found.every((key) => key === 'paused-scale-in') ? 'error' : 'warning',
      cause: `its ${scaledBy} is paused: ${effect}`,
      fix: command`kubectl -n ${namespace} annotate ${scaledBy.toLowerCase()}/${scaledObjectName} ${found.map((key) => `${PREFIX}${key}-`)}`,
    };
  },
};
