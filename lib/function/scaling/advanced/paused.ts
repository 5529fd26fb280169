import type { FunctionSettings } from '../../fields';
import type { FunctionMetadata } from '../../metadata/metadata';

const PREFIX = 'autoscaling.keda.sh/';

/** The annotations of a ScaledObject: KEDA takes a pause by them alone. */
export function annotationsOf(
  { annotations }: FunctionMetadata,
  { paused, pausedReplicas, pausedScaleIn, pausedScaleOut }: FunctionSettings,
): FunctionMetadata['annotations'] {
  const values = {
    paused: paused || undefined,
    'paused-replicas': pausedReplicas,
    'paused-scale-in': pausedScaleIn || undefined,
    'paused-scale-out': pausedScaleOut || undefined,
  };
  const set = Object.entries(values).filter(([, value]) => value !== undefined);
  if (set.length === 0) return annotations;
  return { ...annotations, ...Object.fromEntries(set.map(([key, value]) => [PREFIX + key, String(value)])) };
}
