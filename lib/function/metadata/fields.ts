import { anyText, type Fields, map } from '../../fields';
import { annotationKey, labelKey, labelText } from '../../fields/names';
import { labelFault, podLabelFault } from '../../naming/reserved';
import { annotationFault, podAnnotationFault } from './faults';
import type { FunctionMetadataProps } from './props';

export const METADATA_FIELDS = {
  labels: map(labelKey(labelFault), labelText()),
  annotations: map(annotationKey(annotationFault), anyText()),
  podLabels: map(labelKey(podLabelFault), labelText()),
  podAnnotations: map(annotationKey(podAnnotationFault), anyText()),
} satisfies Fields<FunctionMetadataProps>;
