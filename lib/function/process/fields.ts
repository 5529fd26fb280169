import { anyText, type Fields, integer, list, text } from '../../fields';
import { absolutePath, objectName } from '../../fields/names';
import { variablesFields } from '../../workload/variables/fields';
import { FUNCTION_DEFAULTS as DEFAULTS } from '../defaults';
import type { FunctionProcessProps } from './props';
import { variableFault } from './variables';

export const PROCESS_FIELDS = {
  port: { ...integer(1, 65535), default: DEFAULTS.port },
  handler: { ...text(), default: DEFAULTS.handler },
  command: list(anyText(), { repeats: true }),
  args: list(anyText(), { repeats: true }),
  workingDirectory: absolutePath(),
  ...variablesFields(variableFault),
  envFromConfigMaps: list(objectName()),
  envFromSecrets: list(objectName()),
} satisfies Fields<FunctionProcessProps>;
