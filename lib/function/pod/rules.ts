import { VARIABLES_RULES } from '../../workload/variables/rules';
import { CONFIG_MAPS_RULES } from '../config-maps/rules';
import { FILES_RULES } from '../files/rules';
import { initContainerRules } from '../init-containers/rules';
import { PLACEMENT_RULES } from '../placement/rules';
import { RESOURCE_RULES } from '../resources/rules';

/**
 * What the settings of a pod have to agree on.
 * @param container Name of the container that it is about.
 */
export const podRules = (container: string) => [
  ...VARIABLES_RULES,
  ...FILES_RULES,
  ...CONFIG_MAPS_RULES,
  ...initContainerRules(container),
  ...RESOURCE_RULES,
  ...PLACEMENT_RULES,
];
