import { VARIABLES_RULES } from '../workload/variables/rules';
import { COLD_START_RULES } from './cold-start/rules';
import { CONFIG_MAPS_RULES } from './config-maps/rules';
import { FILES_RULES } from './files/rules';
import { INIT_CONTAINER_RULES } from './init-containers/rules';
import { NETWORK_RULES } from './network/rules';
import { PLACEMENT_RULES } from './placement/rules';
import { PROBE_RULES } from './probes/rules';
import { RESOURCE_RULES } from './resources/rules';
import { HTTP_RULES } from './routing/http';
import { ROUTING_RULES } from './routing/rules';
import { ADVANCED_SCALING_RULES } from './scaling/advanced/rules';
import { SCALING_RULES } from './scaling/rules';
import { TRIGGER_RULES } from './scaling/trigger-rules';

/** What the settings of a function have to agree on. */
export const FUNCTION_RULES = [
  ...SCALING_RULES,
  ...ADVANCED_SCALING_RULES,
  ...TRIGGER_RULES,
  ...NETWORK_RULES,
  ...HTTP_RULES,
  ...ROUTING_RULES,
  ...COLD_START_RULES,
  ...PROBE_RULES,
  ...VARIABLES_RULES,
  ...FILES_RULES,
  ...CONFIG_MAPS_RULES,
  ...INIT_CONTAINER_RULES,
  ...RESOURCE_RULES,
  ...PLACEMENT_RULES,
];
