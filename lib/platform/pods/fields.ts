import { anyText, type Fields, list, map, Table } from '../../fields';
import { annotationKey, labelKey, labelText, objectName } from '../../fields/names';
import {
  ANNOTATION_FAULTS,
  faultOf,
  POD_LABEL_FAULTS,
  podAnnotationFault,
  takenBy,
} from '../../workload/metadata-faults';
import { PLACEMENT_FIELDS } from '../../workload/placement/fields';
import { TRUST_FIELDS } from '../../workload/trust/fields';
import { variablesFields } from '../../workload/variables/fields';
import { COMPONENTS, ROLES, type Role } from '../components';
import type { PlatformPodProps } from './props';
import { variableFault } from './variable-faults';

/** Settings of the pods of some components. */
export function podFields(roles: readonly Role[]) {
  const own = COMPONENTS.filter(({ role }) => roles.includes(role)).flatMap(({ labels }) => Object.keys(labels));
  const taken = Object.fromEntries(own.map((key) => [key, takenBy('the platform sets it')]));
  return {
    ...PLACEMENT_FIELDS,
    ...TRUST_FIELDS,
    ...variablesFields(variableFault(roles)),
    imagePullSecrets: list(objectName()),
    labels: map(labelKey(faultOf(taken)), labelText()),
    annotations: map(annotationKey(faultOf(ANNOTATION_FAULTS)), anyText()),
    podLabels: map(labelKey(faultOf({ ...taken, ...POD_LABEL_FAULTS })), labelText()),
    podAnnotations: map(annotationKey(podAnnotationFault), anyText()),
  } satisfies Fields<PlatformPodProps>;
}

/** The settings of the pods of all components. */
export const PODS = new Table<PlatformPodProps>('PlatformPodProps', podFields(ROLES));
