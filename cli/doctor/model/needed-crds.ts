import type { Desired } from './desired';
import { fullNameOf, RESOURCES } from './resources';

/** A CRD that objects of `dist` need, and the version in which they are written. */
export interface NeededCrd {
  readonly name: string;
  readonly version: string;
}

/** The CRDs of KEDA without which nothing of `dist` can be stored. */
export function neededCrds({ objects }: Desired): NeededCrd[] {
  return RESOURCES.filter(({ group, kind }) => group.endsWith('keda.sh') && objects.all(kind).length > 0).map(
    (resource) => ({ name: fullNameOf(resource), version: resource.version }),
  );
}
