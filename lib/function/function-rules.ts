import { FUNCTION_CONTAINER } from '../naming/recognize';
import { COLD_START_RULES } from './cold-start/rules';
import { NETWORK_RULES } from './network/rules';
import { podRules } from './pod/rules';
import { PROBE_RULES } from './probes/rules';
import { HTTP_RULES } from './routing/http';
import { ROUTING_RULES } from './routing/rules';
import { ADVANCED_SCALING_RULES } from './scaling/advanced/rules';
import { SCALING_RULES } from './scaling/rules';
import { TRIGGER_RULES } from './scaling/trigger-rules';
import { SCHEDULES_RULES } from './schedule/rules';
import { TARGET_RULES } from './target/rules';

/** What the settings of a function have to agree on. */
export const FUNCTION_RULES = [
  ...SCALING_RULES,
  ...ADVANCED_SCALING_RULES,
  ...TRIGGER_RULES,
  ...NETWORK_RULES,
  ...HTTP_RULES,
  ...ROUTING_RULES,
  ...SCHEDULES_RULES,
  ...TARGET_RULES,
  ...COLD_START_RULES,
  ...PROBE_RULES,
  ...podRules(FUNCTION_CONTAINER),
];
