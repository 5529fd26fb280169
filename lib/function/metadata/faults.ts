import type { Fault } from '../../fields/index';
import {
  ANNOTATION_FAULTS,
  faultOf,
  type KeyFaults,
  POD_LABEL_FAULTS,
  podAnnotationFault as securityFault,
  takenBy,
} from '../../workload/metadata-faults';
import { CHECKSUM } from '../config-maps/checksum';

/** The labels by which pods are found. */
const SELECTOR: KeyFaults = {
  app: takenBy("it carries the function's name"),
  'enclii.dev/function': takenBy("it carries the function's name"),
  'enclii.dev/function-id': { reason: 'is taken: it carries the setting id', allowed: 'id, or another key' },
};

/** What keeps a declaration from setting a label of the objects, if anything. */
export const labelFault = faultOf({ ...SELECTOR, 'scaledobject.keda.sh/name': takenBy('KEDA sets it') });
/** What keeps a declaration from setting a label of the pods, if anything. */
export const podLabelFault = faultOf({ ...SELECTOR, ...POD_LABEL_FAULTS });
/** What keeps a declaration from setting an annotation of the objects, if anything. */
export const annotationFault = faultOf({
  ...ANNOTATION_FAULTS,
  'httpscaledobject.keda.sh/skip-scaledobject-creation': takenBy('it says which object scales the function'),
});
/** What keeps a declaration from setting an annotation of the pods, if anything. */
export function podAnnotationFault(key: string): Fault | undefined {
  return key === CHECKSUM ? takenBy('it changes with configMaps') : securityFault(key);
}
