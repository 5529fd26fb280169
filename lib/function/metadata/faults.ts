import type { Fault } from '../../fields/index';
import {
  ANNOTATION_FAULTS,
  faultOf,
  podAnnotationFault as securityFault,
  takenBy,
} from '../../workload/metadata-faults';
import { CHECKSUM } from '../config-maps/checksum';

/** What keeps a declaration from setting an annotation of the objects, if anything. */
export const annotationFault = faultOf({
  ...ANNOTATION_FAULTS,
  'httpscaledobject.keda.sh/skip-scaledobject-creation': takenBy('it says which object scales the function'),
});
/** What keeps a declaration from setting an annotation of the pods, if anything. */
export function podAnnotationFault(key: string): Fault | undefined {
  return key === CHECKSUM ? takenBy('it changes with configMaps') : securityFault(key);
}
