import type { Fields, Resolved } from '../../fields/index';
import { CONFIG_MAPS_FIELDS } from '../config-maps/fields';
import { FILES_FIELDS } from '../files/fields';
import { IDENTITY_FIELDS } from '../identity/fields';
import { INIT_CONTAINER_FIELDS } from '../init-containers/fields';
import { METADATA_FIELDS } from '../metadata/fields';
import { FUNCTION_PLACEMENT_FIELDS } from '../placement/fields';
import { RESOURCE_FIELDS } from '../resources/fields';
import type { PodProps } from './props';

export const POD_FIELDS = {
  ...FILES_FIELDS,
  ...CONFIG_MAPS_FIELDS,
  ...INIT_CONTAINER_FIELDS,
  ...RESOURCE_FIELDS,
  ...IDENTITY_FIELDS,
  ...FUNCTION_PLACEMENT_FIELDS,
  ...METADATA_FIELDS,
} satisfies Fields<PodProps>;

/** What the pods have in common, checked and with their defaults. */
export type PodSettings = Resolved<PodProps, typeof POD_FIELDS>;
