import { command } from '../../shell';
import { type FunctionCheck, Symptom } from './check';

/** Nothing but KEDA, through one ScaledObject, scales a function. */
export const secondScaler: FunctionCheck = {
  name: 'second-scaler',
  finds: 'an HPA or a second ScaledObject on a function',
  symptom: Symptom.UNSTEADY,
  remedy: 'delete it',
  needs: ['HorizontalPodAutoscaler', 'ScaledObject'],
  run: ({ namespace, name, scaledObjectName }, { live }) => {
    const targets = ({ spec }: { spec: { scaleTargetRef: { kind?: string; name: string } } }) =>
      spec.scaleTargetRef.name === name && (spec.scaleTargetRef.kind ?? 'Deployment') === 'Deployment';
    const others = [
      ...live
        .in('ScaledObject', namespace)
        .filter((object) => targets(object) && object.metadata.name !== scaledObjectName)
        .map(({ metadata }) => ({ plural: 'scaledobjects', name: metadata.name })),
      ...live
        .in('HorizontalPodAutoscaler', namespace)
        .filter(
          (object) => targets(object) && !object.metadata.ownerReferences?.some(({ kind }) => kind === 'ScaledObject'),
        )
        .map(({ metadata }) => ({ plural: 'horizontalpodautoscalers', name: metadata.name })),
    ];
    if (others.length === 0) return undefined;
    return {
      cause: 'something besides its ScaledObject scales it: the two work against each other',
      evidence: others.map((other) => `${other.plural}/${other.name} has the target ${name}`),
      fix: command`kubectl -n ${namespace} delete ${others.map((other) => `${other.plural}/${other.name}`)}`,
    };
  },
};
