import { type Fields, list, map, object } from '../../fields';
import { labelKey, labelText, objectName } from '../../fields/names';
import type { PlacementProps } from './props';
import { TOLERATION } from './toleration-fields';

export const PLACEMENT_FIELDS = {
  nodeSelector: map(labelKey(), labelText()),
  tolerations: list(object(TOLERATION)),
  priorityClassName: objectName(),
  runtimeClassName: objectName(),
} satisfies Fields<PlacementProps>;
